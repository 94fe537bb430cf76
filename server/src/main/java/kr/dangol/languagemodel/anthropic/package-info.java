/// Claude through Anthropic's official SDK.
@NullMarked
package kr.dangol.languagemodel.anthropic;

import org.jspecify.annotations.NullMarked;
