package kr.dangol.store;

import kr.dangol.platform.Refusal;

/// The account has as many stores as one may have.
final class TooManyStores extends Refusal {

    TooManyStores(int limit) {
        super(409, "too-many-stores", limit);
    }
}
