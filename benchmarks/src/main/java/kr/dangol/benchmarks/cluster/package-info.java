/// Three instances behind the gateway, under load, while parts of the cluster fail.
@NullMarked
package kr.dangol.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
