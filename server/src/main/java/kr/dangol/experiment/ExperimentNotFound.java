package kr.dangol.experiment;

import kr.dangol.platform.Refusal;

/// There is no such experiment: 404.
final class ExperimentNotFound extends Refusal {

    ExperimentNotFound() {
        super(404, "experiment-not-found");
    }
}
