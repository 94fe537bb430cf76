package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LunarDaysTest {

    @Test
    void shippedTableIsWhatAstronomySays() {
        var computed = IntStream.rangeClosed(2024, 2050).mapToObj(LunarDays::row).toList();
        assertThat(DataFile.rows("lunar-days.csv")).isEqualTo(computed);
    }
}
