package kr.dangol.recommendation.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePlansTest {

    private static final Path PAGE = Path.of("..", "docs", "sample-plans.md");

    /// `-Dwrite.samples=true` writes the page in docs anew; otherwise the page there must be
    /// current.
    @Test
    void thePageOfSamplesIsCurrent(@TempDir Path folder) throws IOException {
        if (Boolean.getBoolean("write.samples")) {
            SamplePlans.main(new String[] {PAGE.toString()});
        }
        var fresh = folder.resolve("sample-plans.md");
        SamplePlans.main(new String[] {fresh.toString()});
        assertThat(PAGE).hasSameTextualContentAs(fresh);
        assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("**")))
                .hasSize(60);
    }
}
