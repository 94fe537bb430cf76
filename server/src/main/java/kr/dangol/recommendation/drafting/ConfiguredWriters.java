package kr.dangol.recommendation.drafting;

import kr.dangol.experiment.Writer;

/// The writers that a language model makes possible; there is none without one.
public interface ConfiguredWriters {

    /// @param writer of kind MODEL
    ConfiguredWriter of(Writer writer);
}
