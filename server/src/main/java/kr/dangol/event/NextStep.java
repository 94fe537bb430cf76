package kr.dangol.event;

/// What an owner does next with an open event.
public enum NextStep {
    START,
    CLOSE
}
