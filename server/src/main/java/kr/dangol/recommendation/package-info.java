/// The main job: a brief becomes six checked plans with trends and forecasts, streamed, cached,
/// kept in the owner's history, chosen.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "platform :: cache",
            "account",
            "store",
            "event",
            "casebook",
            "market",
            "forecast",
            "languagemodel",
            "experiment"
        })
@NullMarked
package kr.dangol.recommendation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
