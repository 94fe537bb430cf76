package kr.dangol.intake.source;

import java.util.Locale;

/// The states in which asking a source can end, each with what an operator reads.
public enum Fault {
    KEY_REFUSED("키가 거절됐어요. 설정을 확인해 주세요.", false),
    NOT_ALLOWED("이 키로는 쓸 수 없는 서비스예요. 활용 신청을 확인해 주세요.", false),
    QUOTA_REACHED("오늘 쓸 수 있는 만큼 다 썼어요. 다음 실행이 이어서 읽어요.", false),
    TOO_FAST("너무 빨리 묻는다고 해서 멈췄어요. 다음 실행이 이어서 읽어요.", true),
    UNREACHABLE("연결되지 않았어요.", true),
    TIMED_OUT("제때 답이 오지 않았어요.", true),
    SERVICE_FAILED("제공처에서 오류가 났어요.", true),
    CUT_OFF("답이 중간에 끊겼어요.", true),
    TOO_LARGE("답이 너무 커서 읽지 않았어요.", false),
    ENDLESS("쪽수가 끝나지 않아서 멈췄어요.", false),
    CHANGED("답의 모양이 우리가 아는 것과 달라요.", false),
    REFUSED("제공처가 요청을 받아들이지 않았어요.", false),
    IMPLAUSIBLE("숫자가 앞뒤가 맞지 않아서 쓰지 않았어요.", false);

    private final String message;
    private final boolean passing;

    Fault(String message, boolean passing) {
        this.message = message;
        this.passing = passing;
    }

    /// The form on the wire.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message() {
        return message;
    }

    /// Whether asking again soon is worth it.
    boolean isPassing() {
        return passing;
    }
}
