/// Store profiles: what a shop is called, what it sells, where it stands, its margin and its
/// business registration number.
@ApplicationModule(allowedDependencies = {"shared", "platform", "platform :: outside", "account"})
@NullMarked
package kr.dangol.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
