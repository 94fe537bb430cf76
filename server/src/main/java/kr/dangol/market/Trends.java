package kr.dangol.market;

/// What is in trend for a shop's industry, its location, and the season of its event.
public record Trends(Statement industry, Statement location, Statement season) {}
