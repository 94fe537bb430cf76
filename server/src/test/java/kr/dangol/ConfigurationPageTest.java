package kr.dangol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page about configuration names every variable the product reads, and no other.
class ConfigurationPageTest {

    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z_]+)[:}]");
    private static final Pattern NAMED =
            Pattern.compile(
                    "`((?:DANGOL|DB|REDIS|RABBITMQ|CLAUDE|OPENAI|PINECONE|DATA_GO_KR|ODCLOUD|KOSIS|NAVER|INSTAGRAM|SEOUL)_[A-Z_]+|PORT)`");

    @Test
    void namesExactlyTheVariablesThatAreRead() throws IOException {
        var read = new TreeSet<String>();
        collect(READ, Files.readString(Path.of("src/main/resources/application.yml")), read);
        // The one variable that is read by a bean of its own.
        read.add("DANGOL_REBUILD_INDEX");
        read.add("DANGOL_RESTORE_INDEX");
        var named = new TreeSet<String>();
        collect(NAMED, Files.readString(Path.of("../docs/configuration.md")), named);

        assertThat(named).isEqualTo(read);
    }

    private static void collect(Pattern pattern, String text, TreeSet<String> into) {
        pattern.matcher(text).results().forEach(match -> into.add(match.group(1)));
    }
}
