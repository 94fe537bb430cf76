package kr.dangol.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kr.dangol.shared.Slot;
import tools.jackson.databind.json.JsonMapper;

/// What Claude says when it does as it was asked.
public final class ClaudeAnswers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ClaudeAnswers() {}

    /// An answer of six sound plans whose titles begin with a word.
    public static String sixPlans(String word) {
        var names = List.of("인사", "만남", "저녁", "골목", "잔치", "여행");
        return Arrays.stream(Slot.values())
                .map(slot ->
                        "%s:%s"
                                .formatted(
                                        JSON.writeValueAsString(slot.key()),
                                        plan(slot, word + " 숯불 " + names.get(slot.ordinal()))))
                .collect(
                        Collectors.joining(
                                ",",
                                "{",
                                ",\"trends\":{\"industry\":\"동네 고깃집을 찾는 손님이 꾸준해서 작은 이유 하나면 충분해요.\","
                                        + "\"location\":\"강남구 사례는 아직 적어서 마감 기록이 쌓이면 더 또렷해져요.\","
                                        + "\"season\":\"추워지는 때라 따뜻한 국물 이야기가 손님을 불러요.\"}}"));
    }

    private static String plan(Slot slot, String title) {
        var cost =
                switch (slot.budget()) {
                    case LOW -> 270_000;
                    case MEDIUM -> 1_600_000;
                    case HIGH -> 5_400_000;
                };
        return """
        {"title":"%s","prize":"된장찌개","unitPrice":4000,"winners":30,"days":14,"cost":%d,\
        "participation":"오시는 날 계산대에서 이벤트를 말씀하고 참여해 주세요. 따뜻한 된장찌개를 내어 드려요."}\
        """
                .formatted(title, cost);
    }
}
