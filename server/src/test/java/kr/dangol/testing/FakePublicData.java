package kr.dangol.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import org.jspecify.annotations.Nullable;

/// The public sources over real HTTP, written from what is known of them and strict about requests:
/// what the real ones would refuse is refused in their way, and remembered in [#complaints]. Every
/// call is counted against the provider's limit; a call beyond it is answered as the provider does,
/// and remembered in [#overdrawn]. Answers follow a queue of behaviours, then the usual one.
public final class FakePublicData implements AutoCloseable {

    /// With characters that must be encoded exactly once.
    public static final String DATA_GO_KR_KEY = "ab+cd/ef==";

    public static final String KOSIS_KEY = "a29zaXM9PQ==";
    public static final String NAVER_ID = "naver-id";
    public static final String NAVER_SECRET = "naver-secret";
    public static final String INSTAGRAM_TOKEN = "EAA|token";
    public static final String INSTAGRAM_USER = "17841400000000001";
    public static final String SEOUL_KEY = "seoulkey";

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int PAGE_CAP = 1_000;
    private static final int SEARCH_REACH = 1_000;
    private static final int DISPLAY = 100;
    private static final List<String> TRADES =
            List.of("I20101", "I21201", "I21006", "G20405", "S20701", "I10103", "P10601", "M11301");

    /// The services of the providers.
    public enum Service {
        SHOPS,
        HOLIDAYS,
        STATUS,
        KOSIS,
        BLOGS,
        HASHTAGS,
        SEOUL
    }

    /// How one call is answered in place of the usual way.
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final LocalServer server;
    private final Map<Service, Queue<Behaviour>> next = new ConcurrentHashMap<>();
    private final Map<Service, Behaviour> always = new ConcurrentHashMap<>();
    private final Map<Service, AtomicLong> calls = new ConcurrentHashMap<>();
    private final Map<Service, Long> limits = new ConcurrentHashMap<>();
    private final AtomicLong overdrawn = new AtomicLong();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<String, Long> shops = new TreeMap<>();
    private final Set<String> hashtags = ConcurrentHashMap.newKeySet();
    private final Set<String> closedBusinesses = ConcurrentHashMap.newKeySet();
    private volatile String quarter = "202609";
    private volatile int blogPosts = 30;
    private volatile int captions = 20;
    private volatile TextWriter texts = FakePublicData::plainText;
    private final Map<String, List<Region>> districts;

    /// The words of the post or caption with this number.
    @FunctionalInterface
    public interface TextWriter {
        String text(String query, int number);

        /// The title of the post with this number, as the search marks its words.
        default String title(String query, int number) {
            return "<b>이벤트</b> 후기 %d &amp; 소식".formatted(number);
        }
    }

    public FakePublicData() {
        districts =
                Regions.all().stream()
                        .filter(FakePublicData::isLeaf)
                        .collect(Collectors.groupingBy(Region::city));
        Regions.cityCodes().keySet().forEach(code -> shops.put(code, 40L));
        server = LocalServer.start("/", this::handle);
    }

    private static boolean isLeaf(Region region) {
        var prefix = region.district() + " ";
        return Regions.all().stream()
                .noneMatch(each ->
                        each.city().equals(region.city())
                                && each.district() != null
                                && each.district().startsWith(prefix));
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    /// The settings under which an application reads from here.
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("dangol.intake.data-go-kr.service-key", DATA_GO_KR_KEY);
        settings.put("dangol.intake.data-go-kr.base-url", baseUrl());
        settings.put("dangol.intake.kosis.api-key", KOSIS_KEY);
        settings.put("dangol.intake.kosis.base-url", baseUrl());
        settings.put("dangol.intake.naver.client-id", NAVER_ID);
        settings.put("dangol.intake.naver.client-secret", NAVER_SECRET);
        settings.put("dangol.intake.naver.base-url", baseUrl());
        settings.put("dangol.intake.instagram.access-token", INSTAGRAM_TOKEN);
        settings.put("dangol.intake.instagram.user-id", INSTAGRAM_USER);
        settings.put("dangol.intake.instagram.base-url", baseUrl());
        settings.put("dangol.intake.seoul.key", SEOUL_KEY);
        settings.put("dangol.intake.seoul.base-url", baseUrl());
        return settings;
    }

    /// The next calls of a service are answered so, in this order.
    public FakePublicData then(Service service, Behaviour... behaviours) {
        next.computeIfAbsent(service, _ -> new ConcurrentLinkedQueue<>())
                .addAll(List.of(behaviours));
        return this;
    }

    /// Every call of a service from now on.
    public FakePublicData always(Service service, Behaviour behaviour) {
        always.put(service, behaviour);
        return this;
    }

    /// All services work again.
    public void mend() {
        always.clear();
        next.clear();
        limits.clear();
        complaints.clear();
        shops.replaceAll((_, _) -> 40L);
    }

    public FakePublicData shops(long perCity) {
        shops.replaceAll((_, _) -> perCity);
        return this;
    }

    public FakePublicData shops(Map<String, Long> byCity) {
        shops.putAll(byCity);
        return this;
    }

    public FakePublicData quarter(String month) {
        quarter = month;
        return this;
    }

    /// Posts that each search finds.
    public FakePublicData blogPosts(int number) {
        blogPosts = number;
        return this;
    }

    /// Posts under each hashtag.
    public FakePublicData captions(int number) {
        captions = number;
        return this;
    }

    public FakePublicData texts(TextWriter writer) {
        texts = writer;
        return this;
    }

    public FakePublicData limit(Service service, long callsADay) {
        limits.put(service, callsADay);
        return this;
    }

    public FakePublicData closed(String registrationNumber) {
        closedBusinesses.add(registrationNumber);
        return this;
    }

    public long calls(Service service) {
        return calls.computeIfAbsent(service, _ -> new AtomicLong()).get();
    }

    /// Calls made beyond a limit.
    public long overdrawn() {
        return overdrawn.get();
    }

    /// What was wrong with requests.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var service = service(path);
            if (service == null) {
                complain("no such path " + path);
                send(exchange, 404, "text/plain", "not found");
                return;
            }
            if (exchange.getRequestHeaders().getFirst("User-Agent").startsWith("Java")) {
                complain("no name of who asks");
            }
            calls.computeIfAbsent(service, _ -> new AtomicLong()).incrementAndGet();
            if (calls(service) > limits.getOrDefault(service, Long.MAX_VALUE)) {
                overdrawn.incrementAndGet();
                beyondLimit(service).answer(exchange);
                return;
            }
            var queued = next.getOrDefault(service, new ConcurrentLinkedQueue<>()).poll();
            var behaviour = queued == null ? always.get(service) : queued;
            if (behaviour != null) {
                behaviour.answer(exchange);
            } else {
                usual(service, exchange);
            }
        } catch (RuntimeException e) {
            complain(exchange.getRequestURI().getPath() + " " + e);
        }
    }

    private static @Nullable Service service(String path) {
        if (path.equals("/B553077/api/open/sdsc2/storeListInDong")) {
            return Service.SHOPS;
        }
        if (path.equals("/B090041/openapi/service/SpcdeInfoService/getRestDeInfo")) {
            return Service.HOLIDAYS;
        }
        if (path.equals("/api/nts-businessman/v1/status")) {
            return Service.STATUS;
        }
        if (path.equals("/openapi/Param/statisticsParameterData.do")) {
            return Service.KOSIS;
        }
        if (path.equals("/search/v1/blog") || path.equals("/v1/search/blog.json")) {
            return Service.BLOGS;
        }
        if (path.matches("/v\\d+\\.\\d+/.*")) {
            return Service.HASHTAGS;
        }
        return path.startsWith("/" + SEOUL_KEY + "/json/") || path.matches("/[^/]+/json/Vwsm.*")
                ? Service.SEOUL
                : null;
    }

    private void usual(Service service, HttpExchange exchange) throws IOException {
        switch (service) {
            case SHOPS -> shops(exchange);
            case HOLIDAYS -> holidays(exchange);
            case STATUS -> status(exchange);
            case KOSIS -> kosis(exchange);
            case BLOGS -> blogs(exchange);
            case HASHTAGS -> hashtags(exchange);
            case SEOUL -> seoul(exchange);
        }
    }

    private static Behaviour beyondLimit(Service service) {
        return switch (service) {
            case SHOPS, HOLIDAYS, STATUS -> gatewayError("22");
            case KOSIS -> json(200, "{\"err\":\"41\",\"errMsg\":\"limit\"}");
            case BLOGS -> json(429, "{\"errorMessage\":\"limit\",\"errorCode\":\"010\"}");
            case HASHTAGS -> json(400, "{\"error\":{\"message\":\"limit\",\"code\":4}}");
            case SEOUL -> json(200, "{\"RESULT\":{\"CODE\":\"ERROR-600\",\"MESSAGE\":\"\"}}");
        };
    }

    // ----- data.go.kr

    /// The gateway's own error: XML under status 200 whatever was asked for.
    public static Behaviour gatewayError(String reason) {
        return exchange ->
                send(
                        exchange,
                        200,
                        "text/xml;charset=UTF-8",
                        "<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE"
                                + " ERROR</errMsg><returnAuthMsg>X</returnAuthMsg><returnReasonCode>"
                                + reason
                                + "</returnReasonCode></cmmMsgHeader></OpenAPI_ServiceResponse>");
    }

    private boolean refusesKey(Map<String, String> query, HttpExchange exchange)
            throws IOException {
        var raw = exchange.getRequestURI().getRawQuery();
        if (!DATA_GO_KR_KEY.equals(query.get("serviceKey")) || raw.contains("%25")) {
            gatewayError("30").answer(exchange);
            return true;
        }
        return false;
    }

    private void shops(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        if (refusesKey(query, exchange)) {
            return;
        }
        var code = query.getOrDefault("key", "");
        if (!"ctprvnCd".equals(query.get("divId")) || !"json".equals(query.get("type"))) {
            complain("shops asked with " + query.keySet());
            gatewayError("10").answer(exchange);
            return;
        }
        var total = shops.getOrDefault(code, 0L);
        if (total == 0) {
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"header\":{\"resultCode\":\"03\",\"resultMsg\":\"NODATA_ERROR\"},\"body\":{}}");
            return;
        }
        var rows = Math.min(PAGE_CAP, Integer.parseInt(query.get("numOfRows")));
        var from = (Integer.parseInt(query.get("pageNo")) - 1L) * rows;
        if (from >= total) {
            complain("a page behind the last");
        }
        send(exchange, 200, "application/json", shopPage(code, total, from, rows));
    }

    /// As it comes: no `response` around it, blanks behind some names.
    public String shopPage(String code, long total, long from, int rows) {
        var city = Objects.requireNonNull(Regions.cityCodes().get(code));
        var units = districts.getOrDefault(city.city(), List.of());
        var text = new StringBuilder(rows * 1_000 + 500);
        text.append(
                        "{\"header\":{\"description\":\"소상공인시장진흥공단"
                                + " 상가업소정보\",\"columns\":[\"상가업소번호\",\"상호명\"],\"stdrYm\":\"")
                .append(quarter)
                .append(
                        "\",\"resultCode\":\"00\",\"resultMsg\":\"NORMAL"
                                + " SERVICE\"},\"body\":{\"items\":[");
        for (var number = from; number < Math.min(total, from + rows); number++) {
            if (number > from) {
                text.append(',');
            }
            shop(text, code, city, units, number);
        }
        return text.append("],\"numOfRows\":")
                .append(rows)
                .append(",\"pageNo\":")
                .append(from / rows + 1)
                .append(",\"totalCount\":")
                .append(total)
                .append("}}")
                .toString();
    }

    private static void shop(
            StringBuilder text, String code, Region city, List<Region> units, long number) {
        var mixed = number * 0x9E3779B97F4A7C15L >>> 20;
        var unit = units.get((int) (mixed % units.size()));
        var trade = TRADES.get((int) ((mixed >>> 12) % TRADES.size()));
        var district = unit.district() == null ? "세종특별자치시" : unit.district();
        var unitCode = code + "%03d".formatted(110 + units.indexOf(unit));
        text.append("{\"bizesId\":\"MA01012009")
                .append(code)
                .append(10_000_000 + number)
                .append("\",\"bizesNm\":\"가람가게\",\"brchNm\":\"\",\"indsLclsCd\":\"")
                .append(trade, 0, 2)
                .append("\",\"indsLclsNm\":\"음식\",\"indsMclsCd\":\"")
                .append(trade, 0, 4)
                .append("\",\"indsMclsNm\":\"비알코올 \",\"indsSclsCd\":\"")
                .append(trade)
                .append(
                        "\",\"indsSclsNm\":\"백반/한정식\",\"ksicCd\":\"I56111\",\"ksicNm\":\"한식 일반"
                                + " 음식점업\",\"ctprvnCd\":\"")
                .append(code)
                .append("\",\"ctprvnNm\":\"")
                .append(officialName(city))
                .append("\",\"signguCd\":\"")
                .append(unitCode)
                .append("\",\"signguNm\":\"")
                .append(district)
                .append("\",\"adongCd\":\"")
                .append(unitCode)
                .append("640\",\"adongNm\":\"역삼1동\",\"ldongCd\":\"")
                .append(unitCode)
                .append(
                        "10100\",\"ldongNm\":\"역삼동\",\"lnoCd\":\"1168010100100000000\",\"plotSctCd\":\"1\",\"plotSctNm\":\"대지\",\"lnoMnno\":1,\"lnoSlno\":\"\",\"lnoAdr\":\"서울특별시"
                                + " 강남구 역삼동 1\",\"rdnmCd\":\"116800000000\",\"rdnm\":\"서울특별시 강남구"
                                + " 가상로\",\"bldMnno\":1,\"bldSlno\":\"\",\"bldMngNo\":\"1168010100100000000000001\",\"bldNm\":\"\",\"rdnmAdr\":\"서울특별시"
                                + " 강남구 가상로"
                                + " 1\",\"oldZipcd\":\"135000\",\"newZipcd\":\"06200\",\"dongNo\":\"\",\"flrNo\":\"1\",\"hoNo\":\"\",\"lon\":127.0,\"lat\":37.5}");
    }

    private static String officialName(Region city) {
        return switch (city.city()) {
            case "서울" -> "서울특별시";
            case "세종" -> "세종특별자치시";
            case "제주" -> "제주특별자치도";
            case "강원" -> "강원특별자치도";
            case "전북" -> "전북특별자치도";
            case "전남광주" -> "전남광주통합특별시";
            case "경기" -> "경기도";
            case "충북" -> "충청북도";
            case "충남" -> "충청남도";
            case "경북" -> "경상북도";
            case "경남" -> "경상남도";
            default -> city.city() + "광역시";
        };
    }

    /// One month has a single day (an object, not a list), the others none (an empty text).
    private void holidays(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        if (refusesKey(query, exchange)) {
            return;
        }
        var month = query.getOrDefault("solMonth", "");
        if (!month.matches("\\d\\d") || !"json".equals(query.get("_type"))) {
            complain("holidays asked with " + query);
        }
        var items =
                month.equals("12")
                        ? "{\"item\":{\"dateKind\":\"01\",\"dateName\":\"기독탄신일\",\"isHoliday\":\"Y\",\"locdate\":%s1225,\"seq\":1}}"
                                .formatted(query.get("solYear"))
                        : "\"\"";
        send(
                exchange,
                200,
                "application/json",
                "{\"response\":{\"header\":{\"resultCode\":\"00\",\"resultMsg\":\"NORMAL"
                        + " SERVICE.\"},\"body\":{\"items\":"
                        + items
                        + ",\"numOfRows\":50,\"pageNo\":1,\"totalCount\":1}}}");
    }

    private void status(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        if (!DATA_GO_KR_KEY.equals(query.get("serviceKey"))) {
            send(exchange, 400, "application/json", "{\"code\":-4,\"msg\":\"등록되지 않은 인증키 입니다.\"}");
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var asked = body.replaceAll("\\D", "");
        if (!body.matches("\\{\"b_no\":\\[\"\\d{10}\"]}")) {
            complain("status asked with another form");
            send(exchange, 400, "application/json", "{\"status_code\":\"BAD_JSON_REQUEST\"}");
            return;
        }
        var code = closedBusinesses.contains(asked) ? "03" : "01";
        send(
                exchange,
                200,
                "application/json",
                "{\"request_cnt\":1,\"match_cnt\":1,\"status_code\":\"OK\",\"data\":[{\"b_no\":\"%s\",\"b_stt\":\"%s\",\"b_stt_cd\":\"%s\",\"tax_type\":\"부가가치세 일반과세자\",\"tax_type_cd\":\"01\",\"end_dt\":\"\"}]}"
                        .formatted(asked, code.equals("03") ? "폐업자" : "계속사업자", code));
    }

    // ----- KOSIS

    private void kosis(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        if (!KOSIS_KEY.equals(query.get("apiKey"))) {
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"err\":\"11\",\"errMsg\":\"인증키가 유효하지 않습니다.\"}");
            return;
        }
        if (!"Y".equals(query.get("jsonVD")) || !"json".equals(query.get("format"))) {
            complain("KOSIS asked without jsonVD");
            send(exchange, 200, "application/json", "[{ORG_ID:\"101\"}]");
            return;
        }
        var table = query.getOrDefault("tblId", "");
        var axes =
                IntStream.rangeClosed(1, 8)
                        .filter(each -> query.containsKey("objL" + each))
                        .count();
        var right = table.equals("DT_1K41012") ? 1 : 2;
        if (axes != right) {
            send(
                    exchange,
                    200,
                    "application/json",
                    axes < right
                            ? "{\"err\":\"20\",\"errMsg\":\"필수요청변수값이 누락되었습니다.(objL)\"}"
                            : "{\"err\":\"21\",\"errMsg\":\"잘못된 요청 변수\"}");
            return;
        }
        var periods = Integer.parseInt(query.get("newEstPrdCnt"));
        send(
                exchange,
                200,
                "application/json",
                right == 1 ? goods(periods) : regional(table, periods));
    }

    private static String regional(String table, int periods) {
        var rows = new ArrayList<String>();
        var subject = table.equals("DT_1K41018") ? "총지수" : "숙박 및 음식점업";
        for (var back = 0; back < periods; back++) {
            var quarters = 2026 * 4 + 2 - back;
            var period = quarters / 4 + "%02d".formatted(quarters % 4 + 1);
            for (var city : List.of("서울특별시", "부산광역시", "경기도", "광주광역시")) {
                var value = city.equals("경기도") && back > 4 ? "-" : String.valueOf(105.0 - back);
                rows.add(
                        kosisRow(table, period, value)
                                .formatted(
                                        "불변지수",
                                        city,
                                        ",\"C2\":\"I\",\"C2_NM\":\"" + subject + "\""));
            }
        }
        return rows.toString();
    }

    private static String goods(int periods) {
        var rows = new ArrayList<String>();
        for (var back = 0; back < periods; back++) {
            var months = 2026 * 12 + 8 - back;
            var period = months / 12 + "%02d".formatted(months % 12 + 1);
            rows.add(
                    kosisRow("DT_1K41012", period, String.valueOf(100 + months % 12))
                            .formatted("불변지수", "화장품", ""));
        }
        return rows.toString();
    }

    private static String kosisRow(String table, String period, String value) {
        return "{\"ORG_ID\":\"101\",\"TBL_ID\":\""
                + table
                + "\",\"PRD_SE\":\"Q\",\"PRD_DE\":\""
                + period
                + "\",\"ITM_ID\":\"T2\",\"ITM_NM\":\"%s\",\"C1\":\"11\",\"C1_NM\":\"%s\"%s,\"UNIT_NM\":\"2020=100\",\"DT\":\""
                + value
                + "\"}";
    }

    // ----- Naver

    private void blogs(HttpExchange exchange) throws IOException {
        var isHub = exchange.getRequestURI().getPath().startsWith("/search");
        var headers = exchange.getRequestHeaders();
        var id = headers.getFirst(isHub ? "X-NCP-APIGW-API-KEY-ID" : "X-Naver-Client-Id");
        var secret = headers.getFirst(isHub ? "X-NCP-APIGW-API-KEY" : "X-Naver-Client-Secret");
        if (!NAVER_ID.equals(id) || !NAVER_SECRET.equals(secret)) {
            send(
                    exchange,
                    401,
                    "application/json",
                    isHub
                            ? "{\"error\":{\"errorCode\":\"200\",\"message\":\"Authentication"
                                    + " Failed\",\"details\":\"\"}}"
                            : "{\"errorMessage\":\"NID AUTH Result"
                                    + " Invalid\",\"errorCode\":\"024\"}");
            return;
        }
        var query = query(exchange);
        var start = Integer.parseInt(query.getOrDefault("start", "1"));
        var display = Integer.parseInt(query.getOrDefault("display", "10"));
        if (start < 1 || start > SEARCH_REACH || display < 1 || display > DISPLAY) {
            complain("blogs asked with start " + start);
            send(
                    exchange,
                    400,
                    "application/json",
                    "{\"errorMessage\":\"x\",\"errorCode\":\"SE03\"}");
            return;
        }
        var words = query.getOrDefault("query", "");
        var items = new ArrayList<String>();
        for (var number = start; number < start + display && number <= blogPosts; number++) {
            items.add(post(words, number));
        }
        send(
                exchange,
                200,
                "application/json;charset=UTF-8",
                "{\"lastBuildDate\":\"Sun, 22 Nov 2026 02:10:00 +0900\",\"total\":1234567,\"start\":%d,\"display\":%d,\"items\":%s}"
                        .formatted(start, items.size(), items));
    }

    private String post(String words, int number) {
        var day = today().minusDays(number / 40);
        return "{\"title\":\"%s\",\"link\":\"https://blog.naver.com/sample%d/%d\",\"description\":\"%s\",\"bloggername\":\"김아무개\",\"bloggerlink\":\"blog.naver.com/sample\",\"postdate\":\"%s\"}"
                .formatted(
                        texts.title(words, number),
                        Math.abs(words.hashCode()),
                        number,
                        texts.text(words, number),
                        day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static String plainText(String query, int number) {
        return "동네 카페 @friend_%d 에서 <b>쿠폰</b> 이벤트를 했대요. 문의 010-1234-%04d &quot;추천&quot; 번호 %d"
                .formatted(number, number % 10_000, number);
    }

    // ----- Instagram

    private void hashtags(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        if (!INSTAGRAM_TOKEN.equals(query.get("access_token"))) {
            send(
                    exchange,
                    400,
                    "application/json",
                    "{\"error\":{\"message\":\"Invalid OAuth access"
                            + " token.\",\"type\":\"OAuthException\",\"code\":190}}");
            return;
        }
        var path = exchange.getRequestURI().getPath().replaceFirst("/v[\\d.]+", "");
        if (path.equals("/" + INSTAGRAM_USER + "/recently_searched_hashtags")) {
            send(exchange, 200, "application/json", "{\"data\":[]}");
        } else if (path.equals("/ig_hashtag_search")) {
            hashtags.add(query.get("q"));
            if (hashtags.size() > 30) {
                overdrawn.incrementAndGet();
                send(
                        exchange,
                        400,
                        "application/json",
                        "{\"error\":{\"message\":\"x\",\"code\":18,\"error_subcode\":2207034}}");
                return;
            }
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"data\":[{\"id\":\"1784%010d\"}]}"
                            .formatted(Math.abs(query.getOrDefault("q", "").hashCode())));
        } else if (path.endsWith("/recent_media")) {
            media(exchange, path.split("/")[1], query);
        } else {
            complain("Graph asked for " + path);
            send(exchange, 400, "application/json", "{\"error\":{\"message\":\"x\",\"code\":100}}");
        }
    }

    private void media(HttpExchange exchange, String node, Map<String, String> query)
            throws IOException {
        if (query.getOrDefault("fields", "").contains("username")
                || !INSTAGRAM_USER.equals(query.get("user_id"))) {
            complain("media asked with " + query.get("fields"));
            send(exchange, 400, "application/json", "{\"error\":{\"message\":\"x\",\"code\":100}}");
            return;
        }
        var from = Integer.parseInt(query.getOrDefault("after", "0"));
        var items = new ArrayList<String>();
        for (var number = from; number < Math.min(captions, from + 50); number++) {
            items.add(
                    "{\"id\":\"18%s%07d\",\"caption\":\"%s #가게이벤트\",\"media_type\":\"IMAGE\",\"permalink\":\"https://www.instagram.com/p/%s%d/\",\"timestamp\":\"%sT03:00:00+0000\",\"like_count\":5,\"comments_count\":1}"
                            .formatted(
                                    node, number, texts.text(node, number), node, number, today()));
        }
        var more = from + 50 < captions;
        send(
                exchange,
                200,
                "application/json",
                "{\"data\":%s%s}"
                        .formatted(
                                items,
                                more
                                        ? ",\"paging\":{\"cursors\":{\"after\":\"%d\"},\"next\":\"https://graph.facebook.com/x?access_token=secret\"}"
                                                .formatted(from + 50)
                                        : ""));
    }

    // ----- 서울

    private void seoul(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/");
        if (!parts[1].equals(SEOUL_KEY)) {
            send(
                    exchange,
                    200,
                    "application/xml",
                    "<RESULT><CODE>INFO-100</CODE><MESSAGE>인증키가 유효하지 않습니다.</MESSAGE></RESULT>");
            return;
        }
        var service = parts[3];
        var from = Integer.parseInt(parts[4]);
        var to = Integer.parseInt(parts[5]);
        if (to - from >= PAGE_CAP) {
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"RESULT\":{\"CODE\":\"ERROR-336\",\"MESSAGE\":\"\"}}");
            return;
        }
        if (!parts[6].equals("20262")) {
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"RESULT\":{\"CODE\":\"INFO-200\",\"MESSAGE\":\"해당하는 데이터가 없습니다.\"}}");
            return;
        }
        var total = 1_500;
        var rows = new ArrayList<String>();
        for (var number = from; number <= Math.min(to, total); number++) {
            rows.add(
                    service.startsWith("VwsmTrdarSelng")
                            ? "{\"STDR_YYQU_CD\":\"20262\",\"TRDAR_CD\":\"3110001\",\"SVC_INDUTY_CD\":\"CS100010\",\"SVC_INDUTY_CD_NM\":\"커피-음료\",\"THSMON_SELNG_AMT\":100000000,\"SAT_SELNG_AMT\":20000000,\"SUN_SELNG_AMT\":10000000}"
                            : "{\"STDR_YYQU_CD\":\"20262\",\"TRDAR_CD\":\"3110001\",\"SVC_INDUTY_CD\":\"CS100010\",\"SVC_INDUTY_CD_NM\":\"커피-음료\",\"STOR_CO\":2}");
        }
        send(
                exchange,
                200,
                "application/json",
                "{\"%s\":{\"list_total_count\":%d,\"RESULT\":{\"CODE\":\"INFO-000\",\"MESSAGE\":\"정상\"},\"row\":%s}}"
                        .formatted(service, total, rows));
    }

    // ----- faults every provider can have

    public static Behaviour json(int status, String body) {
        return exchange -> send(exchange, status, "application/json", body);
    }

    public static Behaviour plain(int status, String body) {
        return exchange -> send(exchange, status, "text/plain;charset=UTF-8", body);
    }

    /// Promises more bytes than it sends.
    public static Behaviour truncated() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody()
                    .write("{\"header\":{\"stdrYm\":\"2026".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut off");
        };
    }

    /// An answer of so many bytes that would be good JSON.
    public static Behaviour huge(long bytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            var chunk = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            var out = exchange.getResponseBody();
            out.write('[');
            for (var sent = 0L; sent < bytes; sent += chunk.length) {
                out.write(chunk);
            }
            out.write(']');
        };
    }

    /// A byte now and then, and never the end.
    public static Behaviour dripping() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            try {
                while (true) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void complain(String complaint) {
        complaints.add(complaint);
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(SEOUL));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new TreeMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var pair : (raw == null ? "" : raw).split("&")) {
            var parts = pair.split("=", 2);
            query.put(
                    parts[0],
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
