package kr.dangol.casebook.pinecone;

import kr.dangol.testing.FakePinecone;

/// An index that was created for the older API.
class PineconeVectorsTest extends PineconeContract {

    @Override
    FakePinecone prepared(FakePinecone pinecone) {
        return pinecone.holdingOldIndex(NAME, EMBEDDER.dimensions());
    }
}
