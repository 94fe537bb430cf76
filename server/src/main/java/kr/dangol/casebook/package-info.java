/// The case book: precedents stored, turned into text and vectors, indexed and searched, and
/// imported. PostgreSQL is the truth; the index is rebuilt from it.
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "platform :: cache",
            "platform :: cluster",
            "account",
            "store",
            "event"
        })
@NullMarked
package kr.dangol.casebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
