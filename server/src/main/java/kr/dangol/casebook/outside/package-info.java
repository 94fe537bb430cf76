/// How services outside are spoken to: one deadline for a call and all its retries, errors of any
/// shape survived, and a refused key said once and shown in the health.
@NullMarked
package kr.dangol.casebook.outside;

import org.jspecify.annotations.NullMarked;
