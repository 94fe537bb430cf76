package kr.dangol.experiment;

import kr.dangol.platform.Refusal;

/// What is wanted does not fit how things stand: 409.
final class ExperimentConflict extends Refusal {

    private ExperimentConflict(String code) {
        super(409, code);
    }

    static ExperimentConflict anotherRuns() {
        return new ExperimentConflict("experiment-running");
    }

    static ExperimentConflict notInThisStatus() {
        return new ExperimentConflict("experiment-status");
    }

    static ExperimentConflict noLanguageModel() {
        return new ExperimentConflict("experiment-no-model");
    }

    static ExperimentConflict promptIsFixed() {
        return new ExperimentConflict("prompt-fixed");
    }

    static ExperimentConflict promptInUse() {
        return new ExperimentConflict("prompt-in-use");
    }
}
