/// What is in trend for an industry, a region and a season: statements that each rest on data with
/// a source and a date.
@ApplicationModule(allowedDependencies = {"shared", "platform", "casebook"})
@NullMarked
package kr.dangol.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
