package kr.dangol.insight.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import kr.dangol.insight.measures.Peers;
import kr.dangol.insight.measures.Peers.PeerGroup;
import kr.dangol.insight.measures.Peers.PeerResults;
import kr.dangol.insight.measures.Peers.Shop;
import kr.dangol.platform.Caller;
import kr.dangol.store.StoreId;
import kr.dangol.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What owners may learn from each other.
@RestController
class PeersController {

    private final Peers peers;
    private final Stores stores;

    PeersController(Peers peers, Stores stores) {
        this.peers = peers;
        this.stores = stores;
    }

    @Operation(
            summary = "What worked for other shops like this one",
            description = "Medians of at least five other shops; nothing where there are fewer.")
    @GetMapping("/api/stores/{id}/peers")
    PeersResponse peers(Caller caller, @PathVariable StoreId id) {
        var store = stores.get(caller.id(), id);
        var region = store.region();
        return PeersResponse.of(
                peers.of(
                        caller.id(),
                        new Shop(
                                store.industry().label(),
                                store.businessType().name(),
                                region == null ? null : region.city())));
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PeersResponse(
            @Nullable @Schema(allowableValues = {"type_and_region", "type", "industry"})
                    String circle,
            List<PeerGroup> groups) {

        static PeersResponse of(PeerResults results) {
            var circle = results.circle();
            return new PeersResponse(
                    circle == null ? null : circle.name().toLowerCase(Locale.ROOT),
                    results.groups());
        }
    }
}
