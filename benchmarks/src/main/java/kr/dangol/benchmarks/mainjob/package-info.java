/// The main job as a client sees it: the packaged server, over HTTP.
@NullMarked
package kr.dangol.benchmarks.mainjob;

import org.jspecify.annotations.NullMarked;
