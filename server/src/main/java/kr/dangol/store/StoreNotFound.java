package kr.dangol.store;

import kr.dangol.platform.Refusal;

/// There is no such store, or it is another owner's.
public final class StoreNotFound extends Refusal {

    StoreNotFound() {
        super(404, "store-not-found");
    }
}
