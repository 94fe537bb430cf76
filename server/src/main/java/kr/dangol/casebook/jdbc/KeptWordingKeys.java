package kr.dangol.casebook.jdbc;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the keys of wordings up to date behind the back of those who will ask for them, so that
/// after a crash of the database nobody waits with the book's lock in hand until all are made
/// again.
@Component
class KeptWordingKeys {

    private final WordingKeys keys;
    private final Precedents precedents;
    private final TransactionTemplate transactions;

    KeptWordingKeys(WordingKeys keys, Precedents precedents, TransactionTemplate transactions) {
        this.keys = keys;
        this.precedents = precedents;
        this.transactions = transactions;
    }

    /// Others may write between two slices.
    @Scheduled(fixedDelayString = "PT1M")
    void keepUp() {
        while (keys.isBehind()) {
            transactions.executeWithoutResult(_ -> {
                precedents.holdForWriting();
                keys.followSlice();
            });
        }
    }
}
