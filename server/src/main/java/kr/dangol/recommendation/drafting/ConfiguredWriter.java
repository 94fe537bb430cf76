package kr.dangol.recommendation.drafting;

import kr.dangol.recommendation.planning.PlanWriter;

/// A writer that stands before the built-in planner and may be slow, busy or wrong. Plans it has
/// finished are kept whatever happens after them; the planner writes the rest.
public record ConfiguredWriter(Engine engine, PlanWriter writer) {}
