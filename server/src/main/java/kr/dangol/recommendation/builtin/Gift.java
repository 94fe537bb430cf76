package kr.dangol.recommendation.builtin;

/// A prize and what one costs the shop, in won.
record Gift(String name, long price) {

    /// Reads "소금빵 1개 = 1200".
    static Gift parse(String text) {
        var middle = text.lastIndexOf('=');
        if (middle < 0) {
            throw new IllegalArgumentException("no price in " + text);
        }
        return new Gift(
                text.substring(0, middle).strip(),
                Long.parseLong(text.substring(middle + 1).strip()));
    }
}
