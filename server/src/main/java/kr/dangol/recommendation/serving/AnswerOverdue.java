package kr.dangol.recommendation.serving;

import kr.dangol.platform.Refusal;

/// The plans did not come in any acceptable time: 503.
final class AnswerOverdue extends Refusal {

    AnswerOverdue() {
        super(503, "answer-overdue");
    }
}
