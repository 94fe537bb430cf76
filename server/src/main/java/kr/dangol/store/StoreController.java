package kr.dangol.store;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.Objects;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Caller;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
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
    private final BusinessRegister register;

    StoreController(Stores stores, StoreKeeping keeping, BusinessRegister register) {
        this.stores = stores;
        this.keeping = keeping;
        this.register = register;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    StoreResponse open(Caller caller, @Valid @RequestBody StoreRequest request) {
        var profile = StoreProfile.from(request);
        refuseClosed(profile.registrationNumber());
        return StoreResponse.of(keeping.open(caller.id(), profile));
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
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            oneOf = {
                                                                StoreRequest.class,
                                                                StoreRequest.PlacementRequest.class
                                                            }))))
    @PutMapping("/{id}")
    StoreResponse change(
            Caller caller, @PathVariable StoreId id, @Valid @RequestBody StoreRequest request) {
        var location = request.location();
        var store =
                location != null && request.isLocationOnly()
                        ? keeping.place(
                                caller.id(), id, StoreProfile.checkedRegion(location.region()))
                        : change(caller.id(), id, StoreProfile.from(request));
        return StoreResponse.of(store);
    }

    /// A number that stays is not asked for again.
    private Store change(AccountId owner, StoreId id, StoreProfile profile) {
        var number = profile.registrationNumber();
        if (!Objects.equals(number, stores.get(owner, id).businessRegistrationNumber())) {
            refuseClosed(number);
        }
        return keeping.change(owner, id, profile);
    }

    /// Asked before anything is written, so that no transaction waits for the tax office.
    private void refuseClosed(@Nullable RegistrationNumber number) {
        if (number != null && register.standing(number) == BusinessRegister.Standing.CLOSED) {
            throw new InvalidRequest(
                    FieldError.of("businessRegistrationNumber", "field.store.closedBusiness"));
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable StoreId id) {
        stores.remove(caller.id(), id);
    }
}
