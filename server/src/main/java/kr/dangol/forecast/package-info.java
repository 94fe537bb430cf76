/// Participants and ROI with intervals for any plan, learned from precedents. The mathematics lives
/// behind the small door in this package.
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "account", "store", "event", "casebook"})
@NullMarked
package kr.dangol.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
