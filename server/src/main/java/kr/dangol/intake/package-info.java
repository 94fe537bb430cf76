/// Collection: outside sources become clean cases and dated market facts. Runs of steps that can be
/// stopped, resumed and repeated, one run at a time in a cluster.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "platform :: cluster",
            "platform :: outside",
            "casebook",
            "market",
            "languagemodel"
        })
@NullMarked
package kr.dangol.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
