/// Owners and operators: sign-up with consents, sign-in, sessions, tokens, password, export and
/// deletion of everything an account holds.
@ApplicationModule(allowedDependencies = {"shared", "platform"})
@NullMarked
package kr.dangol.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
