package kr.dangol.account;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import kr.dangol.platform.Throttle;
import kr.dangol.platform.Throttles;
import org.springframework.stereotype.Component;

/// Makes guessing a password slow: ten failures in a quarter of an hour per account and address it
/// is tried from. Failures from elsewhere do not lock the owner out.
@Component
class SignInAttempts {

    private final Throttle failures;

    SignInAttempts(Throttles throttles) {
        failures = throttles.of("sign-in-failures", 10, Duration.ofMinutes(15));
    }

    Account attempt(String email, String address, Supplier<Account> signIn) {
        var key = email.toLowerCase(Locale.ROOT) + " " + address;
        failures.requireAllowance(key);
        try {
            return signIn.get();
        } catch (WrongCredentials e) {
            failures.take(key);
            throw e;
        }
    }
}
