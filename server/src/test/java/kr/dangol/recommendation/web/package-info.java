@NullMarked
package kr.dangol.recommendation.web;

import org.jspecify.annotations.NullMarked;
