package kr.dangol.forecast.model;

import java.util.Arrays;

/// The features of one subject: for each its group, its key, its value and the function of the dose
/// that it multiplies ([Dose]).
final class Row {

    int size;
    int[] group = new int[96];
    int[] basis = new int[96];
    long[] key = new long[96];
    float[] value = new float[96];

    void add(int ofGroup, long ofKey, int ofBasis, double ofValue) {
        if (size == key.length) {
            grow();
        }
        group[size] = ofGroup;
        basis[size] = ofBasis;
        key[size] = Hash.join(ofKey, ofGroup * 64L + ofBasis);
        value[size++] = (float) ofValue;
    }

    private void grow() {
        group = Arrays.copyOf(group, size * 2);
        basis = Arrays.copyOf(basis, size * 2);
        key = Arrays.copyOf(key, size * 2);
        value = Arrays.copyOf(value, size * 2);
    }
}
