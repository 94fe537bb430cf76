package kr.dangol.intake.source.seoul;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Figures;
import kr.dangol.intake.source.Figures.Figure;
import kr.dangol.intake.source.Handover;
import kr.dangol.intake.source.IntakeProperties;
import kr.dangol.intake.source.Json;
import kr.dangol.intake.source.Outside;
import kr.dangol.intake.source.Periods;
import kr.dangol.intake.source.Providers;
import kr.dangol.intake.source.Settings;
import kr.dangol.intake.source.Source;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.SourceStates;
import kr.dangol.intake.source.Work;
import kr.dangol.market.Series;
import kr.dangol.platform.outside.BaseUrl;
import kr.dangol.platform.outside.OutsideAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Estimated sales in the trade areas of 서울, summed up by kind of shop: an average sales slip times
/// slips tells nothing about a single shop, and is said as an estimate.
@Component
class SeoulSales implements Source {

    private static final SourceKey KEY = SourceKey.SEOUL;
    private static final String SALES = "VwsmTrdarSelngQq";
    private static final String STORES = "VwsmTrdarStorQq";
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 200;
    private static final int QUARTERS_BACK = 5;

    private final IntakeProperties.Seoul settings;
    private final String base;
    private final Outside outside;
    private final SourceStates states;
    private final Figures figures;
    private final Handover handover;
    private final Clock clock;

    SeoulSales(
            IntakeProperties properties,
            Providers providers,
            SourceStates states,
            Figures figures,
            Handover handover,
            Clock clock) {
        this.settings = properties.seoul();
        this.base = BaseUrl.of(settings.baseUrl(), "http://openapi.seoul.go.kr:8088");
        this.outside = providers.seoul();
        this.states = states;
        this.figures = figures;
        this.handover = handover;
        this.clock = clock;
    }

    /// The quarter that was read last.
    record Read(String quarter, long rows) {}

    private record Page(long total, List<JsonNode> rows) {}

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public List<String> missing() {
        return new Settings().need("SEOUL_OPEN_DATA_KEY", settings.key()).missing();
    }

    @Override
    public void probe() {
        page(SALES, 1, 1, quarters().getFirst());
    }

    /// The newest quarter there is, read whole unless it is the one we have.
    @Override
    public void fetch(Work work) {
        for (var quarter : quarters()) {
            var first = page(SALES, 1, 1, quarter);
            if (first.total() > 0) {
                var known = states.cursor(KEY, Read.class);
                if (known.filter(new Read(quarter, first.total())::equals).isPresent()) {
                    work.count("unchanged", 1);
                } else {
                    read(quarter, first.total(), work);
                }
                return;
            }
        }
        throw new SourceFault(Fault.IMPLAUSIBLE, "no quarter has rows");
    }

    private void read(String quarter, long total, Work work) {
        work.total(total);
        var sums = new LinkedHashMap<String, double[]>();
        eachRow(
                SALES,
                quarter,
                work,
                row -> {
                    var sum = sums.computeIfAbsent(kind(row), _ -> new double[3]);
                    sum[0] += Json.amount(row, "THSMON_SELNG_AMT");
                    sum[1] += Json.amount(row, "SAT_SELNG_AMT") + Json.amount(row, "SUN_SELNG_AMT");
                    work.done(1);
                });
        eachRow(
                STORES,
                quarter,
                work,
                row -> {
                    var sum = sums.get(kind(row));
                    if (sum != null) {
                        sum[2] += Json.amount(row, "STOR_CO");
                    }
                });
        var rows = new ArrayList<Figure>();
        sums.forEach((kind, sum) -> {
            if (sum[2] > 0) {
                rows.add(new Figure(Series.SEOUL_SALES, quarter, kind, null, sum[0] / sum[2]));
            }
            if (sum[0] > 0 && sum[1] > 0) {
                rows.add(
                        new Figure(
                                Series.SEOUL_WEEKEND, quarter, kind, null, 100 * sum[1] / sum[0]));
            }
        });
        if (rows.isEmpty()) {
            throw new SourceFault(Fault.CHANGED, quarter + " holds nothing we know");
        }
        figures.replaceRaw(KEY, "sales", rows);
        states.saveCursor(KEY, new Read(quarter, total));
        states.show(
                KEY,
                sums.keySet().stream().map(each -> Map.of("업종", each, "분기", quarter)).toList());
    }

    private static String kind(JsonNode row) {
        return Json.text(row, "SVC_INDUTY_CD_NM").strip();
    }

    private void eachRow(
            String service,
            String quarter,
            Work work,
            java.util.function.Consumer<JsonNode> reader) {
        var total = -1L;
        for (var number = 0; number == 0 || (long) number * PAGE < total; number++) {
            var from = number * PAGE + 1;
            var page = page(service, from, from + PAGE - 1, quarter);
            if (total >= 0 && page.total() != total) {
                throw new SourceFault(Fault.IMPLAUSIBLE, "the quarter changed while it was read");
            }
            total = page.total();
            if (total > (long) MOST_PAGES * PAGE) {
                throw new SourceFault(Fault.ENDLESS, total + " rows of " + service);
            }
            if (page.rows().size() != Math.min(PAGE, total - from + 1)) {
                throw new SourceFault(
                        Fault.CHANGED,
                        "%d rows from %d of %d".formatted(page.rows().size(), from, total));
            }
            page.rows().stream()
                    // Some services ignore the quarter.
                    .filter(row -> row.path("STDR_YYQU_CD").asString("").equals(quarter))
                    .forEach(reader);
            work.count("received", page.rows().size());
            work.checkpoint();
        }
    }

    private Page page(String service, int from, int to, String quarter) {
        var key = URLEncoder.encode(Settings.given(settings.key()), StandardCharsets.UTF_8);
        var address =
                URI.create(
                        "%s/%s/json/%s/%d/%d/%s".formatted(base, key, service, from, to, quarter));
        return outside.get(address, Map.of(), answer -> read(service, answer));
    }

    private static Page read(String service, OutsideAnswer answer) {
        if (answer.status() >= 500) {
            throw new SourceFault(Fault.SERVICE_FAILED, "HTTP " + answer.status());
        }
        if (answer.first() == '<') {
            // A wrong key is answered in XML whatever was asked for.
            throw answer.text().contains("INFO-100")
                    ? new SourceFault(Fault.KEY_REFUSED, "INFO-100")
                    : new SourceFault(Fault.CHANGED, "XML where JSON was asked for");
        }
        if (answer.status() >= 400) {
            throw new SourceFault(Fault.REFUSED, "HTTP " + answer.status());
        }
        var root = Json.read(answer);
        var content = root.get(service);
        if (content == null) {
            return error(root.path("RESULT").path("CODE").asString(""));
        }
        var code = content.path("RESULT").path("CODE").asString("");
        if (!code.equals("INFO-000")) {
            return error(code);
        }
        var rows = Json.need(content, "row");
        if (!rows.isArray()) {
            throw new SourceFault(Fault.CHANGED, "row is no list");
        }
        return new Page(Json.number(content, "list_total_count"), rows.valueStream().toList());
    }

    private static Page error(String code) {
        return switch (code) {
            case "INFO-200" -> new Page(0, List.of());
            case "INFO-100" -> throw new SourceFault(Fault.KEY_REFUSED, code);
            case "ERROR-335" -> throw new SourceFault(Fault.NOT_ALLOWED, code);
            case "ERROR-500", "ERROR-600", "ERROR-601" ->
                    throw new SourceFault(Fault.SERVICE_FAILED, code);
            case "" -> throw new SourceFault(Fault.CHANGED, "no RESULT");
            default -> throw new SourceFault(Fault.REFUSED, code);
        };
    }

    /// Newest first, written as 20261.
    private List<String> quarters() {
        var quarters = new ArrayList<String>();
        var day = LocalDate.now(clock);
        for (var back = 0; back < QUARTERS_BACK; back++) {
            var then = day.minusMonths(3L * back);
            quarters.add(then.getYear() + "" + ((then.getMonthValue() + 2) / 3));
        }
        return quarters;
    }

    @Override
    public void clean(Work work) {
        handover.clean(KEY, work);
    }

    @Override
    public void store(Work work) {
        handover.store(KEY, (_, period) -> Periods.endOfQuarter(period), work);
    }
}
