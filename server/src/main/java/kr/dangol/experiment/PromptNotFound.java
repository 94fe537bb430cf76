package kr.dangol.experiment;

import kr.dangol.platform.Refusal;

/// There is no such version of the prompt: 404.
final class PromptNotFound extends Refusal {

    PromptNotFound(String version) {
        super(404, "prompt-not-found", version);
    }
}
