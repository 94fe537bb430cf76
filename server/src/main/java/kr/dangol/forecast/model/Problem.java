package kr.dangol.forecast.model;

/// What a solver gets: features by column, one response per row with the belief before data already
/// subtracted, the weight of each row (zero for one that lacks this response), and the number of
/// the store each row belongs to (rows of unknown stores have one each).
record Problem(
        Design design,
        Columns columns,
        double[] response,
        double[] weight,
        double[] count,
        int[] store) {

    int rows() {
        return response.length;
    }
}
