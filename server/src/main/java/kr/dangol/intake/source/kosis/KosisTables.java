package kr.dangol.intake.source.kosis;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import kr.dangol.intake.source.IntakeProperties.KosisTable;
import kr.dangol.intake.source.Outside;
import kr.dangol.intake.source.Periods;
import kr.dangol.intake.source.Providers;
import kr.dangol.intake.source.Settings;
import kr.dangol.intake.source.Source;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.SourceStates;
import kr.dangol.intake.source.Work;
import kr.dangol.intake.source.kosis.KosisAnswer.Row;
import kr.dangol.market.Series;
import kr.dangol.platform.outside.BaseUrl;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Statistical tables of KOSIS as settings list them. The number of axes a table has cannot be
/// asked for: it is tried and remembered. Values are revised later, so that what comes replaces
/// what was.
@Component
class KosisTables implements Source {

    private static final SourceKey KEY = SourceKey.KOSIS;
    private static final int MOST_AXES = 8;
    private static final int SHOWN = 12;
    private static final String PATH = "/openapi/Param/statisticsParameterData.do";

    private final IntakeProperties.Kosis settings;
    private final String base;
    private final Outside outside;
    private final SourceStates states;
    private final Figures figures;
    private final Handover handover;

    KosisTables(
            IntakeProperties properties,
            Providers providers,
            SourceStates states,
            Figures figures,
            Handover handover) {
        this.settings = properties.kosis();
        this.base = BaseUrl.of(settings.baseUrl(), "https://kosis.kr");
        this.outside = providers.kosis();
        this.states = states;
        this.figures = figures;
        this.handover = handover;
    }

    /// The axes of each table that were found to be right.
    record Axes(Map<String, Integer> ofTable) {}

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public List<String> missing() {
        return new Settings().need("KOSIS_API_KEY", settings.apiKey()).missing();
    }

    @Override
    public void probe() {
        ask(settings.tables().getFirst(), 1, 1);
    }

    @Override
    public void fetch(Work work) {
        work.total(settings.tables().size());
        var shown = new ArrayList<Map<String, String>>();
        SourceFault worst = null;
        for (var table : settings.tables()) {
            try {
                take(table, shown, work);
            } catch (SourceFault fault) {
                if (isAboutAll(fault)) {
                    throw fault;
                }
                work.refuse("표를 읽지 못했어요.", table.table() + " " + fault.getMessage(), 1);
                worst = fault;
            }
            work.done(1);
            work.checkpoint();
        }
        states.show(KEY, shown);
        if (worst != null) {
            throw worst;
        }
    }

    /// What is wrong with one table says nothing about the others.
    private static boolean isAboutAll(SourceFault fault) {
        return switch (fault.fault()) {
            case KEY_REFUSED, NOT_ALLOWED, QUOTA_REACHED, UNREACHABLE, TIMED_OUT -> true;
            default -> false;
        };
    }

    private void take(KosisTable table, List<Map<String, String>> shown, Work work) {
        var rows = rows(table);
        var part = new ArrayList<Figure>();
        for (var row : rows) {
            work.count("received", 1);
            var figure = figure(table, row);
            if (figure != null) {
                part.add(figure);
            }
        }
        if (part.isEmpty()) {
            throw new SourceFault(Fault.CHANGED, table.table() + " holds nothing we know");
        }
        figures.replaceRaw(KEY, table.table(), part);
        rows.stream()
                .limit(SHOWN / Math.max(1, settings.tables().size()) + 1)
                .forEach(row -> shown.add(shown(row)));
    }

    private static Map<String, String> shown(Row row) {
        var line = new LinkedHashMap<String, String>();
        line.put("항목", row.item());
        line.put("분류", String.join(" / ", row.classes()));
        line.put("시점", row.period());
        line.put("값", row.value() == null ? "-" : row.value().toString());
        return line;
    }

    /// Null for what is suppressed, another item, or a place or subject that cannot be told.
    private static @Nullable Figure figure(KosisTable table, Row row) {
        var value = row.value();
        if (value == null || !row.item().startsWith(table.item())) {
            return null;
        }
        var region = table.places() == 0 ? null : city(classOf(row, table.places()));
        if (table.places() > 0 && region == null) {
            return null;
        }
        var subject = table.subjects() == 0 ? "총지수" : normal(classOf(row, table.subjects()));
        return new Figure(Series.valueOf(table.series()), row.period(), subject, region, value);
    }

    private static String classOf(Row row, int number) {
        if (row.classes().size() < number) {
            throw new SourceFault(Fault.CHANGED, "no class " + number);
        }
        return row.classes().get(number - 1);
    }

    /// 광주 and 전남 of before July 2026 are not the one they became.
    private static @Nullable Region city(String name) {
        var found = Regions.find(name, null).orElse(null);
        return found != null && found.city().equals("전남광주") && !name.contains("전남광주")
                ? null
                : found;
    }

    private static String normal(String subject) {
        return subject.replaceAll("[,·;/]", " ").replaceAll("\\s+", " ").strip();
    }

    private List<Row> rows(KosisTable table) {
        var known = states.cursor(KEY, Axes.class).orElse(new Axes(Map.of()));
        var axes =
                known.ofTable()
                        .getOrDefault(
                                table.table(),
                                Math.max(1, Math.max(table.places(), table.subjects())));
        var periods = table.periods();
        for (var tries = 0; tries < 2 * MOST_AXES; tries++) {
            var answer = ask(table, axes, periods);
            switch (answer) {
                case KosisAnswer.Rows(var rows) -> {
                    remember(known, table, axes);
                    return rows;
                }
                case KosisAnswer.TooFewAxes _ -> axes = Math.min(MOST_AXES, axes + 1);
                case KosisAnswer.TooManyAxes _ -> axes = Math.max(1, axes - 1);
                case KosisAnswer.TooMuch _ -> periods = Math.max(1, periods / 2);
            }
        }
        throw new SourceFault(Fault.REFUSED, table.table() + " in no number of axes");
    }

    private void remember(Axes known, KosisTable table, int axes) {
        var more = new LinkedHashMap<>(known.ofTable());
        if (!Integer.valueOf(axes).equals(more.put(table.table(), axes))) {
            states.saveCursor(KEY, new Axes(more));
        }
    }

    private KosisAnswer ask(KosisTable table, int axes, int periods) {
        var classes = new StringBuilder();
        for (var axis = 1; axis <= axes; axis++) {
            classes.append("&objL").append(axis).append("=ALL");
        }
        var key = URLEncoder.encode(Settings.given(settings.apiKey()), StandardCharsets.UTF_8);
        var address =
                URI.create(
                        base
                                + PATH
                                + "?method=getList&apiKey="
                                + key
                                + "&orgId=101&tblId="
                                + table.table()
                                + "&itmId=ALL"
                                + classes
                                + "&prdSe="
                                + table.period()
                                + "&newEstPrdCnt="
                                + periods
                                + "&format=json&jsonVD=Y");
        return outside.get(address, Map.of(), KosisAnswer::read);
    }

    @Override
    public void clean(Work work) {
        handover.clean(KEY, work);
    }

    @Override
    public void store(Work work) {
        handover.store(KEY, this::asOf, work);
    }

    private LocalDate asOf(Series series, String period) {
        var isQuarter =
                settings.tables().stream()
                        .anyMatch(each ->
                                each.series().equals(series.name()) && each.period().equals("Q"));
        return isQuarter ? Periods.endOfQuarter(period) : Periods.endOfMonth(period);
    }
}
