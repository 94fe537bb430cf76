package kr.dangol.intake.reading;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import kr.dangol.shared.Channel;

/// One thing a customer does to take part, how texts say it and how a case says it. However a text
/// puts it, a case says it in these words, so that no writer's own words are kept.
enum Action {
    VISIT(
            "방문하",
            Channel.OFFLINE,
            "방문(?:하시|해\\s?주|하면|하신|하는|해서|\\s?시|\\s?고객|하셔)|오시는|오시면|오신\\s|오셔서|들러|찾아\\s?주시|찾아오|첫\\s?방문"),
    RESERVE("예약하", Channel.OFFLINE, "예약(?:하시|하고|하면|하신|해\\s?주시|\\s?시(?!간)|\\s?고객|해\\s?두시)|예약금"),
    SIGNUP(
            "회원으로 등록하",
            Channel.OFFLINE,
            "회원\\s?가입|재?등록(?:하시|하신|하면|\\s?회원|\\s?시(?!간)|\\s?고객|해\\s?주시)"),
    PURCHASE(
            "구매하",
            Channel.OFFLINE,
            "(?:구매|구입|주문|결제|테이크아웃)\\s?(?:시(?!간)|하시|하신|하면|해\\s?주시|\\s?고객|금액)|사시는|살\\s?때마다|사실\\s?때|드시는|드시면|드신\\s|맞추신|맞추시면|맡기시|시키시면|구매하고"),
    STAMP("도장을 모으", Channel.OFFLINE, "(?:스탬프|도장)[^.]{0,14}(?:모으|모아|모은|찍|적립|완성|채우)"),
    SHOW(
            "매장에서 보여주",
            Channel.OFFLINE,
            "(?:수험표|학생증|신분증|사원증|회원증|티켓|쿠폰|화면|게시물|캡처|캡쳐|사진|직원|영수증|글|인증)[^.]{0,14}(?:제시|보여|지참)"),
    FOLLOW("인스타그램을 팔로우하", Channel.ONLINE, "팔로우(?!\\s?이벤트|워)"),
    LIKE(
            "좋아요를 누르",
            Channel.ONLINE,
            "(?m)^\\s*(?:\\d[.)]?\\s*)?좋아요\\s*(?:\\+.*)?$|좋아요\\s?(?:누르|눌러|꾹|와\\s|및\\s|[+&,/]|클릭|하고|도\\s?눌)|[+&,/]\\s?좋아요"),
    COMMENT("댓글을 남기", Channel.ONLINE, "댓글(?:로|에|을|\\s?(?:남|달|작성|적|부탁|쓰|로)|\\s?')"),
    TAG_FRIEND("친구를 태그하", Channel.ONLINE, "친구[^.]{0,8}(?:태그|소환)|태그[^.]{0,4}친구|지인\\s?(?:태그|소환)"),
    SHARE(
            "스토리에 공유하",
            Channel.ONLINE,
            "스토리[^.]{0,14}(?:공유|태그|올려|올리|업로드)|리그램|리포스트|게시물[^.]{0,6}공유|공유해\\s?주"),
    POST(
            "사진을 찍어 올리",
            Channel.ONLINE,
            "(?:인증샷|사진|해시태그|셀카)[^.]{0,30}(?:올리|올려|업로드|게시)|해시태그[^.]{0,8}(?:달아|달고|포함)"),
    REVIEW(
            "후기를 남기",
            Channel.ONLINE,
            "(?:리뷰|후기)(?:를|을)?\\s?[^.]{0,12}(?:작성|남기|남겨|쓰시|써\\s?주|올려|올리|약속|등록|참여하)|영수증\\s?리뷰"),
    CHANNEL("카카오톡 채널을 추가하", Channel.ONLINE, "(?:카카오|카톡|플친|채널)[^.]{0,10}(?:추가|친구|가입)"),
    SUBSCRIBE("네이버 알림받기를 누르", Channel.ONLINE, "알림\\s?받기|소식\\s?받기|단골\\s?맺기"),
    QUIZ("퀴즈를 맞히", Channel.OFFLINE, "퀴즈[^.]{0,12}(?:맞|풀|참여)|맞히(?:시|면|는)|정답을"),
    GAME(
            "현장 게임을 하",
            Channel.OFFLINE,
            "(?:룰렛|돌림판|주사위|다트|뽑기)[^.]{0,10}(?:돌|던|뽑|참여|도전)|가위바위보|제비뽑기|럭키드로우"),
    SURVEY("설문에 답하", Channel.ONLINE, "설문[^.]{0,8}(?:참여|응답|작성|답)"),
    REFERRAL(
            "친구를 소개하",
            Channel.OFFLINE,
            "(?:친구|지인)[^.]{0,6}(?:소개|추천)|소개해\\s?주시|(?:친구|지인)(?:와|랑|과)?\\s?(?:같이|함께)\\s?(?:등록|방문|오)"),
    ENTER("응모권을 넣", Channel.OFFLINE, "응모권|응모함|응모지");

    private static final int SYLLABLES = 0xAC00;
    private static final int FINALS = 28;

    private final String stem;
    private final Channel channel;
    private final Pattern said;

    Action(String stem, Channel channel, String said) {
        this.stem = stem;
        this.channel = channel;
        this.said = Pattern.compile(said);
    }

    Channel channel() {
        return channel;
    }

    static Set<Action> in(PreparedText text) {
        var found = EnumSet.noneOf(Action.class);
        for (var action : values()) {
            if (text.sentences().stream().anyMatch(each -> action.said.matcher(each).find())) {
                found.add(action);
            }
        }
        // A picture that goes with a review is part of the review.
        if (found.contains(REVIEW)) {
            found.remove(POST);
        }
        if (found.contains(SHARE)) {
            found.remove(POST);
        }
        return found;
    }

    /// "방문하고 후기를 남겨요."
    static String sentence(Set<Action> actions) {
        var words = new StringBuilder();
        var left = actions.size();
        for (var action : actions) {
            left--;
            words.append(left > 0 ? action.stem + "고 " : action.ending());
        }
        return words.append('.').toString();
    }

    /// The stem in the polite form: 하 → 해요, 누르 → 눌러요, 남기 → 남겨요, 모으 → 모아요, 주 → 줘요, 넣 → 넣어요.
    private String ending() {
        var last = stem.charAt(stem.length() - 1);
        var body = stem.substring(0, stem.length() - 1);
        return switch (last) {
            case '하' -> body + "해요";
            case '기' -> body + "겨요";
            case '리' -> body + "려요";
            case '히' -> body + "혀요";
            case '주' -> body + "줘요";
            case '으' -> body + "아요";
            case '르' ->
                    body.substring(0, body.length() - 1)
                            + withFinalL(body.charAt(body.length() - 1))
                            + "러요";
            default -> stem + "어요";
        };
    }

    private static char withFinalL(char syllable) {
        return (char) (syllable - (syllable - SYLLABLES) % FINALS + 8);
    }
}
