/// Files of cases that lie in a folder.
@NullMarked
package kr.dangol.intake.source.csv;

import org.jspecify.annotations.NullMarked;
