package kr.dangol.casebook;

import java.util.stream.Stream;
import kr.dangol.casebook.jdbc.Entry;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.sample.SampleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Stores what ships with the product before anybody can ask. A later release may bring more; what
/// is there already stays.
@Component
class FirstPages implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(FirstPages.class);

    private final Precedents precedents;

    FirstPages(Precedents precedents) {
        this.precedents = precedents;
    }

    @Override
    public void afterPropertiesSet() {
        var shipped =
                Stream.concat(SampleBook.shipped().stream(), BenchmarkCases.shipped().stream())
                        .map(Entry::of)
                        .toList();
        var stored = precedents.addAll(shipped);
        if (stored > 0) {
            log.info("case book opened with {} shipped cases", stored);
        }
    }
}
