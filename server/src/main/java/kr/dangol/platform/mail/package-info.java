/// Letters by SMTP, or in the log.
@NullMarked
package kr.dangol.platform.mail;

import org.jspecify.annotations.NullMarked;
