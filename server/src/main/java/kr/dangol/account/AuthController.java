package kr.dangol.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import kr.dangol.account.Membership.NewMember;
import kr.dangol.platform.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing up, in and out.
@RestController
@RequestMapping("/api/auth")
class AuthController {

    private final Membership membership;
    private final Sessions sessions;

    AuthController(Membership membership, Sessions sessions) {
        this.membership = membership;
        this.sessions = sessions;
    }

    @PostMapping("/signup")
    @ResponseStatus(HttpStatus.CREATED)
    AccountResponse signUp(
            @Valid @RequestBody SignUpRequest wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = membership.signUp(wanted.toNewMember());
        sessions.begin(account.caller(), request, response);
        return AccountResponse.of(account);
    }

    @PostMapping("/login")
    AccountResponse signIn(
            @Valid @RequestBody SignInRequest who,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = membership.signIn(who.email(), who.password());
        sessions.begin(account.caller(), request, response);
        return AccountResponse.of(account);
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
    }

    record SignUpRequest(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank String password,
            @NotBlank @Size(max = 50) String name,
            @NotEmpty Set<@NotNull Consent> consents) {

        NewMember toNewMember() {
            return new NewMember(email.strip(), password, name, consents);
        }

        @Override
        public String toString() {
            return "SignUpRequest";
        }
    }

    record SignInRequest(@NotBlank @Size(max = 254) String email, @NotBlank String password) {

        @Override
        public String toString() {
            return "SignInRequest";
        }
    }
}
