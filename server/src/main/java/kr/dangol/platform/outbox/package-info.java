/// Facts on their way to their listeners: written with the change itself, delivered by whichever
/// process has time for it, kept with a reason when they cannot be.
@NullMarked
package kr.dangol.platform.outbox;

import org.jspecify.annotations.NullMarked;
