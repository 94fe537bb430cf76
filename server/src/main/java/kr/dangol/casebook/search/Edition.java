package kr.dangol.casebook.search;

/// One filling of an index with the vectors of one embedding model. A rebuild asks for the next
/// number, a change of model for the same number with another model.
public record Edition(int number, String model) {

    /// Reads what [#toString] has written.
    public static Edition of(String name) {
        var dash = name.indexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("no edition: " + name);
        }
        return new Edition(Integer.parseInt(name.substring(0, dash)), name.substring(dash + 1));
    }

    @Override
    public String toString() {
        return number + "-" + model;
    }
}
