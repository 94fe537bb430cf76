package kr.dangol.casebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import kr.dangol.testing.TestClient.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DangolTest
class CaseControllerIT {

    private static final String HEADER =
            "title,prize,participation,business_type,address,date,purpose,type,cost,participants,roi,source";

    @Autowired TestClient client;

    private TestClient operator;

    @BeforeEach
    void signIn() {
        operator = client.operator();
    }

    @Test
    void isForOperatorsOnly() {
        client.get("/api/ops/cases").expectProblem(401, "not-signed-in");
        client.owner().get("/api/ops/cases").expectProblem(403, "forbidden");
        client.owner().send("/api/ops/cases/import", "POST", "text/csv", HEADER).expect(403);
    }

    @Test
    void leafsThroughTheWholeBookOnce() {
        var seen = new HashSet<String>();
        var cursor = "";
        do {
            var page = get("?origin=sample&limit=100" + cursor);
            page.get("items")
                    .forEach(each -> assertThat(seen.add(each.get("id").asString())).isTrue());
            assertThat(page.get("total").asInt()).isEqualTo(SampleBook.SIZE);
            cursor =
                    page.get("nextCursor").isNull()
                            ? null
                            : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);
        assertThat(seen).hasSize(SampleBook.SIZE);
    }

    @Test
    void filtersByEverythingItOffers() {
        var lodging = get("?industry=숙박&origin=SAMPLE&hasOutcome=true&limit=5");
        assertThat(lodging.get("total").asInt()).isEqualTo(40);
        lodging.get("items")
                .forEach(each -> {
                    assertThat(each.get("industry").asString()).isEqualTo("숙박");
                    assertThat(each.get("sample").asBoolean()).isTrue();
                });
        assertThat(get("?origin=benchmark&hasOutcome=true").get("total").asInt()).isZero();
        assertThat(get("?businessType=카페&city=서울&grade=reported").get("total").asInt())
                .isPositive();
    }

    @Test
    void searchesByWords() {
        var found = get("?query=비오는날 우산&limit=3".replace(" ", "%20"));
        assertThat(found.get("items").size()).isEqualTo(3);
        assertThat(found.get("items").get(0).get("title").asString()).containsAnyOf("비 오는", "우산");
        assertThat(found.get("items").get(0).get("score").asDouble()).isPositive();
        var next = get("?query=비오는날%20우산&limit=3&cursor=" + found.get("nextCursor").asString());
        assertThat(next.get("items").get(0).get("id"))
                .isNotEqualTo(found.get("items").get(0).get("id"));
    }

    @Test
    void takesASnapshotOfTheIndex() {
        var answer = operator.post("/api/ops/cases/index/snapshot").expect(201);
        var folder = Path.of(answer.json().get("folder").asString());
        assertThat(folder).isDirectoryContaining("glob:**/segments_*");
    }

    /// Beyond what is ranked at first, to the last case in use, each once.
    @Test
    void pagesThroughEverythingBySearch() {
        var seen = new HashSet<String>();
        var cursor = "";
        var total = 0;
        do {
            var page = get("?query=coffee&origin=sample&limit=100" + cursor);
            page.get("items")
                    .forEach(each -> assertThat(seen.add(each.get("id").asString())).isTrue());
            total = page.get("total").asInt();
            var next = page.get("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        } while (cursor != null);
        assertThat(seen).hasSize(SampleBook.SIZE).hasSize(total);
    }

    @Test
    void saysWhyACaseIsAlike() {
        var first = get("?query=커피숍%20인스타%20뎃글&limit=1").get("items").get(0);
        var likeness = first.get("likeness");
        assertThat(likeness.get("businessType").asBoolean()).isTrue();
        assertThat(first.get("businessType").asString()).isEqualTo("카페");
        assertThat(likeness.get("words").valueStream().map(each -> each.get("asked").asString()))
                .contains("댓글");
        var marked = new HashSet<String>();
        for (var field : List.of("title", "prize", "participation")) {
            var text = first.get(field).asString();
            likeness.get(field)
                    .forEach(mark ->
                            marked.add(
                                    text.substring(
                                            mark.get("from").asInt(), mark.get("to").asInt())));
        }
        assertThat(marked).contains("댓글");
        assertThat(get("?limit=1").get("items").get(0).get("likeness").isNull()).isTrue();
    }

    @Test
    void knowsPlacesAndPricesInAQuestion() {
        var items = get("?query=강남%20카페%20100만원&origin=sample&industry=음식점&limit=100").get("items");
        items.forEach(each -> {
            var likeness = each.get("likeness");
            var cost = each.get("cost").asLong();
            assertThat(likeness.get("price").asBoolean())
                    .isEqualTo(cost >= 500_000 && cost <= 1_500_000);
            var city = each.get("location").get("city").asString();
            var isAround = Set.of("서울", "경기", "인천").contains(city);
            assertThat(likeness.get("place").asString().equals("NONE")).isNotEqualTo(isAround);
        });
    }

    @Test
    void refusesFiltersThatNameNothing() {
        operator.get("/api/ops/cases?industry=x&origin=y&grade=z&hasOutcome=w&businessType=%20%20q")
                .expectInvalid("industry", "origin", "grade", "hasOutcome", "businessType");
        operator.get("/api/ops/cases?cursor=abc").expectInvalid("cursor");
        operator.get("/api/ops/cases?limit=101").expect(400);
        operator.get("/api/ops/cases?query=" + "a".repeat(301)).expect(400);
    }

    @Test
    void storesGoodLinesAndNamesEachBadOne() {
        var shop = UUID.randomUUID();
        var csv =
                HEADER
                        + ",store,grade\r\n"
                        + "비 오는 날 우산,\"쿠키, 2개\",\"우산을 들고\n오면 드려요\",카페,서울 마포구,2026-03-01,매출증대,offline,30만원,120명,250%,블로그,"
                        + shop
                        + ",\r\n"
                        + "제목만,,참여,카페,서울 마포구,2026-03-01,매출증대,offline,30만원,120,250,블로그,"
                        + shop
                        + ",\r\n"
                        + "열이 모자라요,경품\r\n"
                        + "나쁜 비용,경품,참여,카페,서울 마포구,2026-03-01,매출증대,offline,많이,120,250,블로그,"
                        + shop
                        + ",\r\n"
                        + "둘째 사례,마들렌,친구와 오면 드려요,카페,서울 마포구,2026-04-01,매출증대,offline,1.5백만,320,80,블로그,"
                        + shop
                        + ",MEASURED\r\n";
        var answer = send(csv);
        assertThat(answer.get("received").asInt()).isEqualTo(5);
        assertThat(answer.get("stored").asInt()).isEqualTo(2);
        assertThat(answer.get("duplicates").asInt()).isZero();
        assertThat(answer.get("rejected").valueStream().map(each -> each.get("line").asInt()))
                .containsExactly(4, 5, 6);
        assertThat(answer.get("rejected").get(0).get("reason").asString())
                .isEqualTo("경품 칸이 비어 있어요.");
        var again = send(csv);
        assertThat(again.get("stored").asInt()).isZero();
        assertThat(again.get("duplicates").asInt()).isEqualTo(2);
    }

    @Test
    void tellsNearDuplicatesFromOtherEvents() {
        var shop = UUID.randomUUID().toString();
        var line =
                "단골 도장판 채우기,아메리카노 한 잔,살 때마다 도장을 찍고 다섯 개가 모이면 한 잔을 드려요,카페,서울 마포구,2026-05-01,재방문유도,offline,200000,90,120,블로그,"
                        + shop;
        var csv =
                HEADER
                        + ",store\n"
                        + line
                        + "\n"
                        + line.replace("단골 도장판", "단골도장판!!")
                        + "\n"
                        + line.replace("채우기", "채우지")
                        + "\n"
                        + line.replace("2026-05-01", "2026-05-02")
                        + "\n"
                        + line.replace(",90,", ",91,")
                        + "\n"
                        + line.replace(shop, "other-" + shop)
                        + "\n"
                        + line.replace("다섯 개", "5개")
                        + "\n";
        var answer = send(csv);
        assertThat(answer.get("duplicates").asInt()).isEqualTo(2);
        assertThat(answer.get("stored").asInt()).isEqualTo(5);
    }

    @Test
    void keepsOutliersAndDoesNotUseThem() {
        var shop = UUID.randomUUID();
        var lines =
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                "한방 행사 %d,비누,향을 맡고 골라요 %d,찜질방,부산 해운대구,2026-06-%02d,매출증대,offline,300000,%d,%d,블로그,%s"
                                        .formatted(
                                                i,
                                                i,
                                                i % 28 + 1,
                                                100 + i,
                                                i == 59 ? 5_000 : 100 + i,
                                                shop))
                        .collect(Collectors.joining("\n"));
        var answer = send(HEADER + ",store\n" + lines);
        assertThat(answer.get("stored").asInt()).isEqualTo(60);
        assertThat(answer.get("outliers").asInt()).isEqualTo(1);
        var excluded =
                get("?businessType=찜질방&origin=import&limit=100")
                        .get("items")
                        .valueStream()
                        .filter(each -> !each.get("exclusion").isNull())
                        .toList();
        assertThat(excluded)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.get("roi").asInt()).isEqualTo(5_000);
                    assertThat(each.get("exclusion").asString()).isEqualTo("OUTLIER");
                });
    }

    @Test
    void readsSpreadsheetsAndFormUploads() {
        var csv = "\uFEFF" + HEADER + "\r\n" + line(UUID.randomUUID().toString(), 1);
        var boundary = "----dangol";
        var form =
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cases.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n"
                        + csv
                        + "\r\n--"
                        + boundary
                        + "--\r\n";
        var answer =
                operator.send(
                                "/api/ops/cases/import",
                                "POST",
                                "multipart/form-data; boundary=" + boundary,
                                form)
                        .expect(200);
        assertThat(answer.json().get("stored").asInt()).isEqualTo(1);
        var cp949 =
                (HEADER + "\n" + line(UUID.randomUUID().toString(), 2))
                        .getBytes(Charset.forName("MS949"));
        var stored =
                operator.send(
                                "/api/ops/cases/import",
                                "POST",
                                "text/csv",
                                BodyPublishers.ofByteArray(cp949))
                        .expect(200);
        assertThat(stored.json().get("stored").asInt()).isEqualTo(1);
    }

    @Test
    void refusesFilesThatAreNoImport() {
        refuse("", "import-empty");
        refuse("\n\n", "import-empty");
        refuse("title,prize\na,b", "import-columns-missing");
        refuse(HEADER + ",nonsense\n", "import-columns-unknown");
        refuse(HEADER + ",title\n", "import-columns-unknown");
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, (byte) 0xFF};
        operator.send(
                        "/api/ops/cases/import",
                        "POST",
                        "text/csv",
                        BodyPublishers.ofByteArray(picture))
                .expectProblem(400, "import-unreadable");
        operator.send("/api/ops/cases/import", "POST", "application/json", "{}").expect(415);
    }

    @Test
    void importedCasesAreFoundSoonAndSurviveARebuild() {
        var word = "반딧불이체험" + UUID.randomUUID().toString().substring(0, 4);
        send(HEADER + "\n" + line(word, 3));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> isFound(word));
        operator.post("/api/ops/cases/index/rebuild").expect(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        !operator.get("/api/ops/cases/index").json().get("rebuilding").asBoolean());
        assertThat(isFound(word)).isTrue();
        assertThat(operator.get("/api/ops/cases/index").json().get("model").asString())
                .isEqualTo("dangol-korean-2");
    }

    private boolean isFound(String word) {
        var first = get("?limit=1&query=" + word).get("items").get(0);
        return first.get("title").asString().startsWith(word);
    }

    private void refuse(String csv, String code) {
        operator.send("/api/ops/cases/import", "POST", "text/csv", csv).expectProblem(400, code);
    }

    private JsonNode send(String csv) {
        Answer answer =
                operator.send(
                        "/api/ops/cases/import",
                        "POST",
                        "text/csv",
                        BodyPublishers.ofString(csv, StandardCharsets.UTF_8));
        return answer.expect(200).json();
    }

    private JsonNode get(String query) {
        return operator.get("/api/ops/cases" + query).expect(200).json();
    }

    private static String line(String word, int number) {
        return word
                + " 행사,비누 "
                + number
                + "개,향을 맡고 골라요,펜션,강원 속초시,2026-07-1"
                + number
                + ",매출증대,online,300000,5"
                + number
                + ",60,블로그";
    }
}
