package kr.dangol.benchmarks.intake;

import java.util.List;
import java.util.Random;

/// Texts as people write them, half of them about an event; the same for the same search and
/// number.
final class Posts {

    private static final List<String> SHOPS =
            List.of("카페", "고깃집", "베이커리", "미용실", "치킨집", "꽃집", "분식집", "네일샵", "헬스장", "펜션");

    private static final List<String> PLACES =
            List.of("서울 마포구", "부산 해운대구", "대구 수성구", "경기 수원시", "인천 연수구", "강릉", "전주", "제주");

    private static final List<String> PRIZES =
            List.of("아메리카노 쿠폰", "할인권", "에코백", "텀블러", "음료 1잔", "디저트 세트", "5천원 상품권", "머그컵");

    private static final List<String> WAYS =
            List.of(
                    "인스타그램 팔로우하고 댓글을 남기면",
                    "방문 후 영수증 리뷰를 쓰면",
                    "친구와 함께 오면",
                    "해시태그를 달아 사진을 올리면",
                    "스탬프 10개를 모으면",
                    "카카오톡 채널을 추가하면");

    private static final List<String> TALK =
            List.of(
                    "주말에 다녀온 집 이야기예요. 반찬이 정갈하고 조용해서 좋았어요.",
                    "소상공인 정책자금 신청 방법을 정리해 봤어요. 서류가 꽤 많네요.",
                    "오늘은 비가 와서 집에서 책을 읽었어요. 창밖이 운치 있네요.",
                    "매장 인테리어 공사를 마쳤어요. 조명이 가장 어려웠어요.");

    private Posts() {}

    static String text(String query, int number) {
        var dice = new Random(query.hashCode() * 31L + number);
        if (number % 2 == 0) {
            return TALK.get(dice.nextInt(TALK.size())) + " " + Integer.toString(number, 36);
        }
        var people = 20 + dice.nextInt(480);
        return "%s %s 이벤트 소식! %d월 %d일부터 %s %s을(를) 드려요. 선착순 %d명, 지난번에는 %d명이 참여했고 비용은 %d만원 들었어요."
                .formatted(
                        pick(PLACES, dice),
                        pick(SHOPS, dice),
                        1 + dice.nextInt(11),
                        1 + dice.nextInt(28),
                        pick(WAYS, dice),
                        pick(PRIZES, dice),
                        10 + dice.nextInt(90),
                        people,
                        5 + dice.nextInt(200));
    }

    private static String pick(List<String> words, Random dice) {
        return words.get(dice.nextInt(words.size()));
    }
}
