/// The language model behind a small door, with everything that keeps it in bounds: calls per
/// minute, money per day, a circuit breaker, a deadline, and a ledger of tokens and money. The only
/// module that knows a vendor's SDK.
@ApplicationModule(allowedDependencies = {"shared", "platform"})
@NullMarked
package kr.dangol.languagemodel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
