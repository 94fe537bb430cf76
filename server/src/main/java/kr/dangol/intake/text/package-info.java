/// Texts between a source and the case book: staged without anything that names a person, read into
/// candidates, stored as cases. Their words go as soon as they were read.
@NullMarked
package kr.dangol.intake.text;

import org.jspecify.annotations.NullMarked;
