/// An owner's events from draft to close, the edits made on the way, and the outcome with its
/// accuracy. Publishes what happened as facts.
@ApplicationModule(allowedDependencies = {"shared", "platform", "account", "store"})
@NullMarked
package kr.dangol.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
