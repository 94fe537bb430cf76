package kr.dangol.benchmarks.claude;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kr.dangol.shared.Slot;

/// What the fake model says: six sound plans and the trends, about as long as a real answer.
public final class Answers {

    private static final List<String> NAMES = List.of("인사", "만남", "저녁", "골목", "잔치", "여행");

    private Answers() {}

    public static String whole(String word) {
        return Arrays.stream(Slot.values())
                .map(slot -> "\"%s\":%s".formatted(slot.key(), plan(slot, word)))
                .collect(Collectors.joining(",", "{", "," + TRENDS + "}"));
    }

    private static String plan(Slot slot, String word) {
        var cost =
                switch (slot.budget()) {
                    case LOW -> 270_000;
                    case MEDIUM -> 1_600_000;
                    case HIGH -> 5_400_000;
                };
        return """
        {"title":"%s 숯불 %s","prize":"된장찌개 한 뚝배기","unitPrice":4000,"winners":30,"days":14,"cost":%d,\
        "participation":"오시는 날 계산대에서 이벤트 이름을 말씀하고 참여 카드를 한 장 받아 주세요. 카드에 오늘 함께 오신 분의 이름을 \
        적어 게시판에 붙이시면 따뜻한 된장찌개를 바로 내어 드려요. 다음에 오실 때 카드를 찾아 보여 주시면 밥 한 공기를 더 챙겨 드리고, \
        함께 오신 분께도 같은 카드를 드려요. 준비한 만큼 먼저 오시는 순서로 드려요."}\
        """
                .formatted(word, NAMES.get(slot.ordinal()), cost);
    }

    private static final String TRENDS =
            """
            "trends":{"industry":"동네 고깃집을 찾는 손님은 꾸준하고, 작은 이유 하나가 발걸음을 돌려세워요. 함께 오는 자리라 한 분만 반겨도 여럿이 따라와요.",\
            "location":"이 동네 사례는 아직 적어서, 마감 때 결과를 적어 두시면 다음 예측이 또렷해져요. 이웃 가게와 함께 알리는 방법도 살펴볼 만해요.",\
            "season":"추워지는 때라 따뜻한 국물 이야기가 손님을 불러요. 모임이 이어지는 때이니 자리를 미리 잡아 두시게 하면 한결 편해요."}\
            """;
}
