package kr.dangol.event;

/// Where an event stands: draft, then running, then closed; or cancelled.
public enum EventStatus {
    DRAFT,
    RUNNING,
    CLOSED,
    CANCELLED
}
