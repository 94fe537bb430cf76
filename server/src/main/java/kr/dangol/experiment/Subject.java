package kr.dangol.experiment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The unit of every experiment: a shop, or the account where no shop is on record. A digest, so
/// that what experiments keep names nobody once the shop is deleted.
public record Subject(UUID digest) {

    public static Subject of(UUID storeOrAccount) {
        return new Subject(
                UUID.nameUUIDFromBytes(
                        ("experiment:" + storeOrAccount).getBytes(StandardCharsets.UTF_8)));
    }
}
