package kr.dangol.store;

import jakarta.validation.Valid;
import kr.dangol.platform.Caller;
import kr.dangol.platform.ItemsResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// An owner's own store profiles.
@RestController
@RequestMapping("/api/stores")
class StoreController {

    private final Stores stores;
    private final StoreKeeping keeping;

    StoreController(Stores stores, StoreKeeping keeping) {
        this.stores = stores;
        this.keeping = keeping;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StoreResponse open(Caller caller, @Valid @RequestBody StoreRequest request) {
        return StoreResponse.of(keeping.open(caller.id(), StoreProfile.from(request)));
    }

    @GetMapping
    ItemsResponse<StoreResponse> list(Caller caller) {
        var all = stores.list(caller.id()).stream().map(StoreResponse::of).toList();
        return new ItemsResponse<>(all, null);
    }

    @GetMapping("/{id}")
    StoreResponse get(Caller caller, @PathVariable StoreId id) {
        return StoreResponse.of(stores.get(caller.id(), id));
    }

    /// Replaces the whole profile; with nothing but a location it only places the shop.
    @PutMapping("/{id}")
    StoreResponse change(
            Caller caller, @PathVariable StoreId id, @Valid @RequestBody StoreRequest request) {
        var location = request.location();
        var store =
                location != null && request.isLocationOnly()
                        ? keeping.place(
                                caller.id(), id, StoreProfile.checkedRegion(location.region()))
                        : keeping.change(caller.id(), id, StoreProfile.from(request));
        return StoreResponse.of(store);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable StoreId id) {
        stores.remove(caller.id(), id);
    }
}
