package kr.dangol.intake.source.datagokr;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Figures;
import kr.dangol.intake.source.Figures.Figure;
import kr.dangol.intake.source.Handover;
import kr.dangol.intake.source.IntakeProperties;
import kr.dangol.intake.source.Json;
import kr.dangol.intake.source.Outside;
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
import kr.dangol.platform.outside.ServiceKey;
import org.springframework.stereotype.Component;

/// Days off of the coming months (한국천문연구원 특일정보). Substitute days and new holidays are decided late,
/// so they are asked for rather than computed.
@Component
class Holidays implements Source {

    private static final SourceKey KEY = SourceKey.HOLIDAYS;
    private static final int MONTHS = 6;
    private static final String PATH = "/B090041/openapi/service/SpcdeInfoService/getRestDeInfo";

    private final IntakeProperties.DataGoKr settings;
    private final String base;
    private final Outside outside;
    private final Figures figures;
    private final Handover handover;
    private final SourceStates states;
    private final Clock clock;

    Holidays(
            IntakeProperties properties,
            Providers providers,
            Figures figures,
            Handover handover,
            SourceStates states,
            Clock clock) {
        this.settings = properties.dataGoKr();
        this.base = BaseUrl.of(settings.baseUrl(), "https://apis.data.go.kr");
        this.outside = providers.dataGoKr();
        this.figures = figures;
        this.handover = handover;
        this.states = states;
        this.clock = clock;
    }

    private record DayOff(LocalDate day, String name) {}

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public List<String> missing() {
        return new Settings().need("DATA_GO_KR_SERVICE_KEY", settings.serviceKey()).missing();
    }

    @Override
    public void fetch(Work work) {
        var month = YearMonth.now(clock);
        var days = new ArrayList<DayOff>();
        work.total(MONTHS);
        for (var ahead = 0; ahead < MONTHS; ahead++) {
            days.addAll(outside.get(address(month.plusMonths(ahead)), Map.of(), Holidays::read));
            work.done(1);
            work.checkpoint();
        }
        work.count("received", days.size());
        var period = month.toString();
        var rows =
                days.stream()
                        .map(each ->
                                new Figure(Series.HOLIDAYS, period, each.day().toString(), null, 1))
                        .toList();
        figures.replaceRaw(KEY, "days", rows);
        states.show(
                KEY,
                days.stream()
                        .map(each -> Map.of("날짜", each.day().toString(), "이름", each.name()))
                        .toList());
    }

    private URI address(YearMonth month) {
        return URI.create(
                base
                        + PATH
                        + "?serviceKey="
                        + ServiceKey.of(Settings.given(settings.serviceKey())).encoded()
                        + "&solYear="
                        + month.getYear()
                        + "&solMonth=%02d".formatted(month.getMonthValue())
                        + "&numOfRows=50&_type=json");
    }

    private static List<DayOff> read(OutsideAnswer answer) {
        var content = Gateway.read(answer);
        if (Gateway.isEmpty(content)) {
            return List.of();
        }
        var days = new ArrayList<DayOff>();
        for (var item : StorePage.items(Json.need(content, "body"))) {
            if (Json.text(item, "isHoliday").equals("Y")) {
                days.add(
                        new DayOff(
                                day(item.path("locdate").asString("")),
                                item.path("dateName").asString("")));
            }
        }
        return days;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new SourceFault(Fault.CHANGED, "locdate is no day");
        }
    }

    @Override
    public void clean(Work work) {
        handover.clean(KEY, work);
    }

    @Override
    public void store(Work work) {
        handover.store(KEY, (_, _) -> LocalDate.now(clock), work);
    }
}
