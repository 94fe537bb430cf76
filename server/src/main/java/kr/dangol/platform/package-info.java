/// The ground every module stands on: who calls, how a refusal reads, the clock, the database, and
/// the doors to cache, locks, limits and mail whose furniture is chosen by environment.
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kr.dangol.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
