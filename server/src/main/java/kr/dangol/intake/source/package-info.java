/// What all sources share: the port, polite calls with quotas and backoff, the faults a source can
/// end in, what is remembered between runs.
@NullMarked
package kr.dangol.intake.source;

import org.jspecify.annotations.NullMarked;
