package kr.dangol.benchmarks.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.market.Statement;
import kr.dangol.market.Trends;
import kr.dangol.platform.Deadline;
import kr.dangol.recommendation.builtin.BuiltinPlanner;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanWriter;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.Slot;

/// Lets every writer at hand write plans for the committed briefs and scores them by rules. Claude
/// takes part when `CLAUDE_API_KEY` is set. Writes a report to the file named by the first
/// argument.
public final class WriterEvaluation {

    private WriterEvaluation() {}

    public static void main(String[] arguments) throws IOException {
        var writers = new LinkedHashMap<String, PlanWriter>();
        writers.put("built-in planner", new BuiltinPlanner());
        var report = report(writers);
        Files.writeString(Path.of(arguments[0]), report);
        System.out.println(report);
    }

    private static String report(Map<String, PlanWriter> writers) {
        var briefs = EvaluationBrief.all();
        var text =
                new StringBuilder(
                        """
                        # Writers compared

                        Every writer writes for the same %d briefs (`benchmarks/src/main/resources/planning/briefs.csv`: all
                        groups, purposes and seasons, eleven with wishes that must not be obeyed). Scored by rules only; a
                        person still has to read. Run again with `benchmarks/run writers`.

                        """
                                .formatted(briefs.size()));
        writers.forEach((name, writer) -> {
            text.append("## ").append(name).append("\n\n| measure | value |\n|---|---|\n");
            scores(writer, briefs)
                    .rows()
                    .forEach(row ->
                            text.append("| %s | %s |\n".formatted(row.getKey(), row.getValue())));
            text.append('\n');
        });
        return text.toString();
    }

    private static Scores scores(PlanWriter writer, List<EvaluationBrief> briefs) {
        var scores = new Scores();
        for (var brief : briefs) {
            var plans = new ArrayList<PlanDraft>();
            writer.write(task(brief.brief()), EnumSet.allOf(Slot.class), plans::add);
            scores.add(brief, plans);
        }
        return scores;
    }

    private static WritingTask task(Brief brief) {
        var nothing = new Statement("", "", brief.startDate());
        return new WritingTask(
                brief,
                List.of(),
                new Trends(nothing, nothing, nothing),
                Map.of(),
                false,
                null,
                Deadline.in(Duration.ofSeconds(9)));
    }
}
