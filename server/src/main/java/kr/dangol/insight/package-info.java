/// What operators look at, and what owners may learn from each other: measures, accuracy and cost,
/// as read models that the others' facts keep up to date. Asks nobody and is asked by nobody.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "account",
            "store",
            "event",
            "casebook",
            "forecast",
            "languagemodel",
            "recommendation"
        })
@NullMarked
package kr.dangol.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
