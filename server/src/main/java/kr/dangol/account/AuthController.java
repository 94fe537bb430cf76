package kr.dangol.account;

import io.swagger.v3.oas.annotations.media.Schema;
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
import kr.dangol.platform.PlainText;
import kr.dangol.platform.Role;
import kr.dangol.platform.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final SignInAttempts attempts;
    private final PasswordResets resets;
    private final DemoAccounts demo;
    private final Sessions sessions;

    AuthController(
            Membership membership,
            SignInAttempts attempts,
            PasswordResets resets,
            DemoAccounts demo,
            Sessions sessions) {
        this.membership = membership;
        this.attempts = attempts;
        this.resets = resets;
        this.demo = demo;
        this.sessions = sessions;
    }

    /// What the sign-in page may offer.
    @GetMapping("/options")
    OptionsResponse options() {
        return new OptionsResponse(demo.areOffered());
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
        var email = who.email().strip();
        var account =
                attempts.attempt(
                        email,
                        request.getRemoteAddr(),
                        () -> membership.signIn(email, who.password()));
        sessions.begin(account.caller(), request, response);
        return AccountResponse.of(account);
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
    }

    @PostMapping("/demo")
    AccountResponse enterDemo(
            @Valid @RequestBody DemoRequest wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = demo.get(wanted.role());
        sessions.begin(account.caller(), request, response);
        return AccountResponse.of(account);
    }

    /// Never tells whether the address exists.
    @PostMapping("/password-reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askForReset(@Valid @RequestBody ResetRequest forgotten) {
        resets.ask(forgotten.email().strip());
    }

    @PostMapping("/password-reset/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmReset(@Valid @RequestBody ResetConfirmation confirmation) {
        resets.confirm(confirmation.token(), confirmation.password());
    }

    record OptionsResponse(boolean demo) {}

    record DemoRequest(@NotNull Role role) {}

    record ResetRequest(
            @Schema(example = "owner@example.com") @NotBlank @Size(max = 254) String email) {}

    record ResetConfirmation(
            @Schema(example = "q2Jx0fVt5mYh1cZ7") @NotBlank @Size(max = 200) String token,
            @Schema(minLength = 8, maxLength = 72, example = "correct horse battery") @NotBlank
                    String password) {

        @Override
        public String toString() {
            return "ResetConfirmation";
        }
    }

    record SignUpRequest(
            @Schema(example = "owner@example.com") @NotBlank @Email @Size(max = 254) String email,
            @Schema(minLength = 8, maxLength = 72, example = "correct horse battery") @NotBlank
                    String password,
            @Schema(example = "김단골") @NotBlank @Size(max = 50) String name,
            @Schema(description = "Both are asked for", example = "[\"terms\", \"privacy\"]")
                    @NotEmpty
                    Set<@NotNull Consent> consents) {

        NewMember toNewMember() {
            return new NewMember(email.strip(), password, PlainText.of("name", name), consents);
        }

        @Override
        public String toString() {
            return "SignUpRequest";
        }
    }

    record SignInRequest(
            @Schema(example = "owner@example.com") @NotBlank @Size(max = 254) String email,
            @Schema(example = "correct horse battery") @NotBlank String password) {

        @Override
        public String toString() {
            return "SignInRequest";
        }
    }
}
