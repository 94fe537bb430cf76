package kr.dangol.forecast.model;

import java.util.Arrays;

/// Gives each distinct key a number from 0 up. Open addressing on primitives, because a large fit
/// looks up ten million keys and a boxed map would spend the whole time budget on it.
final class LongIndex {

    private long[] keys = new long[256];
    private int[] numbers = new int[256];
    private int size;

    LongIndex() {
        Arrays.fill(numbers, -1);
    }

    LongIndex copy() {
        var copy = new LongIndex();
        copy.keys = keys.clone();
        copy.numbers = numbers.clone();
        copy.size = size;
        return copy;
    }

    int size() {
        return size;
    }

    /// The number of a key, or -1.
    int find(long key) {
        return numbers[slot(key, keys, numbers)];
    }

    int add(long key) {
        var slot = slot(key, keys, numbers);
        if (numbers[slot] >= 0) {
            return numbers[slot];
        }
        keys[slot] = key;
        numbers[slot] = size++;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    private static int slot(long key, long[] keys, int[] numbers) {
        var mask = keys.length - 1;
        var slot = (int) (key ^ (key >>> 32)) & mask;
        while (numbers[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var largerKeys = new long[keys.length * 2];
        var largerNumbers = new int[keys.length * 2];
        Arrays.fill(largerNumbers, -1);
        for (var i = 0; i < keys.length; i++) {
            if (numbers[i] >= 0) {
                var slot = slot(keys[i], largerKeys, largerNumbers);
                largerKeys[slot] = keys[i];
                largerNumbers[slot] = numbers[i];
            }
        }
        keys = largerKeys;
        numbers = largerNumbers;
    }
}
