package kr.dangol.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import kr.dangol.account.Tokens.NewToken;
import kr.dangol.account.Tokens.Token;
import kr.dangol.platform.Caller;
import kr.dangol.platform.IdempotentAnswers;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.PlainText;
import kr.dangol.platform.Sessions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What somebody signed in may see and change about the own account.
@RestController
@RequestMapping("/api/me")
class MeController {

    private final Membership membership;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Export export;
    private final Sessions sessions;
    private final IdempotentAnswers answers;

    MeController(
            Membership membership,
            Accounts accounts,
            Tokens tokens,
            Export export,
            Sessions sessions,
            IdempotentAnswers answers) {
        this.membership = membership;
        this.accounts = accounts;
        this.tokens = tokens;
        this.export = export;
        this.sessions = sessions;
        this.answers = answers;
    }

    @GetMapping
    AccountResponse me(Caller caller) {
        return AccountResponse.of(accounts.get(caller.id()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            Caller caller,
            @Valid @RequestBody LeaveRequest leaving,
            HttpServletRequest request,
            HttpServletResponse response) {
        membership.leave(caller.id(), leaving.password());
        sessions.end(request, response);
        sessions.endAll(caller.id());
        answers.deleteAll(caller.id());
    }

    /// Everything we hold about the account, as a file.
    @GetMapping("/export")
    ResponseEntity<Map<String, Object>> export(Caller caller) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("dangol.json").build().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(export.of(caller.id()));
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            Caller caller, @Valid @RequestBody PasswordRequest change, HttpServletRequest request) {
        membership.changePassword(caller.id(), change.currentPassword(), change.newPassword());
        sessions.endOthers(caller.id(), request);
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    NewToken issueToken(Caller caller, @Valid @RequestBody TokenRequest wanted) {
        return tokens.issue(caller.id(), PlainText.of("name", wanted.name()));
    }

    @GetMapping("/tokens")
    ItemsResponse<Token> tokens(Caller caller) {
        return new ItemsResponse<>(tokens.list(caller.id()), null);
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(Caller caller, @PathVariable UUID id) {
        tokens.revoke(caller.id(), id);
    }

    record LeaveRequest(@Schema(example = "correct horse battery") @NotBlank String password) {

        @Override
        public String toString() {
            return "LeaveRequest";
        }
    }

    record PasswordRequest(
            @Schema(example = "correct horse battery") @NotBlank String currentPassword,
            @Schema(minLength = 8, maxLength = 72, example = "another horse battery") @NotBlank
                    String newPassword) {

        @Override
        public String toString() {
            return "PasswordRequest";
        }
    }

    record TokenRequest(@Schema(example = "계산대 프로그램") @NotBlank @Size(max = 50) String name) {}
}
