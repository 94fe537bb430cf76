package kr.dangol.benchmarks.intake;

import java.util.List;
import java.util.Random;
import kr.dangol.testing.FakePublicData.TextWriter;

/// Posts and captions as people write them, the same for the same search and number: about half
/// tell of no event, one in eight of the others states figures, one in ten repeats an earlier one
/// in slightly other dress. The reader knows nothing of them; what it keeps, it keeps honestly.
final class Posts implements TextWriter {

    private static final int COPY_EVERY = 20;
    private static final int COPY_OF = 6;
    private static final double STATES_FIGURES = 0.125;

    private record Shop(String kind, List<String> gifts) {}

    private static final List<Shop> SHOPS =
            List.of(
                    new Shop("카페", List.of("아메리카노 쿠폰", "텀블러", "마카롱 세트", "음료 1잔", "드립백")),
                    new Shop("고깃집", List.of("음료수 1병", "된장찌개", "소주 한 병", "5천원 할인 쿠폰")),
                    new Shop("베이커리", List.of("소금빵", "식빵", "쿠키 세트", "에코백")),
                    new Shop("미용실", List.of("헤어 에센스", "두피 케어", "20% 할인", "샴푸")),
                    new Shop("치킨집", List.of("치즈볼 3개", "콜라 1병", "3천원 할인 쿠폰", "감자튀김")),
                    new Shop("꽃집", List.of("미니 꽃다발", "장미 한 송이", "10% 할인", "화분")),
                    new Shop("분식집", List.of("튀김 세트", "순대", "음료수 1병", "1천원 할인")),
                    new Shop("네일샵", List.of("핸드크림", "큐티클 오일", "30% 할인", "네일 스티커")),
                    new Shop("헬스장", List.of("운동 가방", "PT 1회", "1개월 무료", "물병")),
                    new Shop("펜션", List.of("숙박권", "바비큐 세트", "조식 쿠폰", "와인 1병")),
                    new Shop("서점", List.of("에코백", "책갈피", "음료 쿠폰", "노트")),
                    new Shop("안경점", List.of("안경 닦이", "렌즈 1팩", "15% 할인", "선글라스 케이스")),
                    new Shop("노래방", List.of("1시간 무료", "음료수 1병", "초콜릿", "이용권 30분")),
                    new Shop("PC방", List.of("이용권 2시간", "라면", "음료 쿠폰", "마우스 패드")));

    private static final List<String> PLACES =
            List.of(
                    "서울 마포구",
                    "서울 강남구",
                    "서울 노원구",
                    "서울 관악구",
                    "부산 해운대구",
                    "부산 사하구",
                    "대구 수성구",
                    "대구 달서구",
                    "인천 연수구",
                    "인천 남동구",
                    "대전 유성구",
                    "울산 남구",
                    "경기 수원시 영통구",
                    "경기 김포시",
                    "경기 의정부시",
                    "강원 강릉시",
                    "강원 춘천시",
                    "충북 청주시 흥덕구",
                    "충남 천안시",
                    "전북 전주시 완산구",
                    "경북 경주시",
                    "경북 포항시",
                    "경남 창원시 성산구",
                    "경남 진주시",
                    "제주 제주시");

    private static final List<String> OCCASIONS =
            List.of(
                    "오픈 1주년 이벤트",
                    "크리스마스 이벤트",
                    "어버이날 이벤트",
                    "새학기 이벤트",
                    "할로윈 이벤트",
                    "추석 이벤트",
                    "리뷰 이벤트",
                    "댓글 이벤트",
                    "팔로우 이벤트",
                    "스탬프 이벤트",
                    "재방문 이벤트",
                    "오픈 이벤트",
                    "화이트데이 이벤트",
                    "연말 감사 이벤트",
                    "빼빼로데이 이벤트");

    private static final List<String> WAYS =
            List.of(
                    "계정 팔로우하고 댓글을 남겨 주시면",
                    "네이버 영수증 리뷰 작성하시면",
                    "인스타에 인증샷 올리고 직원에게 보여주시면",
                    "스탬프 10개 모으면",
                    "카카오톡 채널 추가하시면",
                    "댓글에 친구 태그해 주시면",
                    "신규 회원가입하시면",
                    "친구 소개하시면",
                    "3만원 이상 구매하시면",
                    "미리 예약하시면");

    private static final List<String> OPENINGS =
            List.of(
                    "안녕하세요 사장님이에요!",
                    "드디어 준비했습니다 :)",
                    "감사한 마음을 담았어요.",
                    "요즘 날씨가 참 좋죠?",
                    "단골손님들 덕분이에요.",
                    "오늘은 소식 하나 전할게요.");

    private static final List<String> CHOICES =
            List.of("추첨해서 %d분께 %s 드려요.", "선착순 %d분께 %s 증정합니다!", "총 %d분께 %s 드립니다~");

    /// Texts of shops and of people that tell of no event, and of events that are none of a shop's.
    private static final List<String> TALK =
            List.of(
                    "주말에 %s %s 다녀왔어요. 반찬이 정갈하고 조용해서 좋았어요. 주차는 조금 불편했어요.",
                    "소상공인 정책자금 신청 방법을 %s 기준으로 찾아봤어요. %s 하는 지인이 물어봐서요.",
                    "비가 와서 %s 집에서 책을 읽었어요. 다음에는 %s 가 보려고요.",
                    "%s %s 인테리어 공사를 마쳤어요. 조명이 가장 어려웠어요.",
                    "%s %s 알바 구합니다. 주말 근무, 시급 협의, 이벤트 진행 보조예요.",
                    "%s 구청에서 하는 축제 이벤트에 다녀왔어요. 옆 %s 줄이 길더라고요.",
                    "%s %s 창업 비용이 궁금해요. 홍보 이벤트는 어떻게 할까 고민이에요.",
                    "%s에서 본 통신사 멤버십 이벤트, 응모만 하면 %s 쿠폰이래요.",
                    "메뉴판을 새로 만들었어요. %s %s 오시는 길은 그대로예요. 영업시간은 열 시부터예요.");

    @Override
    public String title(String query, int number) {
        var dice = dice(query, number);
        return isEvent(dice) ? event(dice).headline() : "일상 기록 " + number;
    }

    @Override
    public String text(String query, int number) {
        var dice = dice(query, number);
        if (!isEvent(dice)) {
            return pick(TALK, dice).formatted(pick(PLACES, dice), pick(SHOPS, dice).kind());
        }
        var text = event(dice).body();
        return number % COPY_EVERY == 0 ? "✨" + text.replace(". ", "!! ") + "^^" : text;
    }

    /// A copy is thrown with the dice of what it copies.
    private static Random dice(String query, int number) {
        var of = number % COPY_EVERY == 0 && number > COPY_OF ? number - COPY_OF : number;
        // Neighbouring seeds give like numbers at first.
        return new Random(new Random(query.hashCode() * 31L + of).nextLong());
    }

    private static boolean isEvent(Random dice) {
        return dice.nextBoolean();
    }

    private record Event(String headline, String body) {}

    private static Event event(Random dice) {
        var shop = pick(SHOPS, dice);
        var place = pick(PLACES, dice);
        var occasion = pick(OCCASIONS, dice);
        var day = "%d월 %d일".formatted(1 + dice.nextInt(12), 1 + dice.nextInt(28));
        var body =
                "%s %s %s %s, %s까지 진행해요. %s %s"
                        .formatted(
                                pick(OPENINGS, dice),
                                place,
                                shop.kind(),
                                occasion,
                                day,
                                pick(WAYS, dice),
                                pick(CHOICES, dice)
                                        .formatted(3 + dice.nextInt(97), pick(shop.gifts(), dice)));
        if (dice.nextDouble() < STATES_FIGURES) {
            body +=
                    " 지난번에는 총 %d명 참여, 비용은 %d만원 들었어요."
                            .formatted(20 + dice.nextInt(480), 5 + dice.nextInt(200));
        }
        return new Event("%s %s %s".formatted(place, shop.kind(), occasion), body);
    }

    private static <T> T pick(List<T> words, Random dice) {
        return words.get(dice.nextInt(words.size()));
    }
}
