/// The trade's vocabulary: money, industries, business types, regions, seasons, the commercial
/// calendar, purposes and slots. Plain Java without Spring; a parser lives with what it parses.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package kr.dangol.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
