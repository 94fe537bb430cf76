package kr.dangol.intake.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a text tells of a small shop's event at all. Most texts that hold the word do not:
/// games, banks, programming, birthdays, lectures on marketing.
final class Relevance {

    static final String NO_TEXT = "읽을 글이 없어요.";
    static final String NO_EVENT = "매장 이벤트 글이 아니에요.";
    static final String NO_SHOP = "소상공인 매장의 이벤트가 아니에요.";
    static final String OVER = "이미 끝난 이벤트를 알리는 글이에요.";

    private static final Pattern KOREAN = Pattern.compile("[가-힣]");
    private static final int FEWEST_SYLLABLES = 15;

    private static final Pattern OF_OTHERS =
            Pattern.compile(
                    "통신사|멤버십 이벤트|카드사|은행|적금|대출|보험|증권|코인 거래|비트코인|주식|청약|분양"
                            + "|모바일 ?게임|신상 게임|사전예약 이벤트|게임 쿠폰 코드|쿠폰 코드 모음|아이템|골드|다이아 ?\\d|한정 스킨|소환권|서버"
                            + "|[구시군도]청|주민센터|(?<!의)정부|지자체|공공기관|지원사업|공모전|보건소|도서관 행사"
                            + "|백화점|대형마트|홈쇼핑|면세점|편의점 신상|전단 행사"
                            + "|콘서트|시사회|배급사|뮤지컬|팬미팅|예매 이벤트|드라마|방송국"
                            + "|유튜브|구독자|제 채널|마라톤|축제|박람회|페스티벌|팝업스토어"
                            + "|앱에서 (?:응모|이벤트)|앱 이벤트|응모만 하면");

    private static final Pattern OF_NO_SHOP =
            Pattern.compile(
                    "돌잔치|사회자|내레이터|행사 ?대행|각종 행사|이벤트 ?업체|이벤트 대행|풍선 ?장식|체육대회"
                            + "|자바스크립트|addEventListener|클릭 이벤트|이벤트 (?:리스너|버블링|루프|스토밍|핸들러)|도메인 이벤트|개발자"
                            + "|구인|구합니다|구해요|모집합니다|알바|4대보험|월급|시급"
                            + "|나눔합니다|직거래|중고거래|팝니다|택배거래"
                            + "|창업 비용|창업하면|아이디어|마케팅 강의|강의는|어떻게 할까|하는 ?법|하는 방법|레시피|견적|외주|시안|제작 문의"
                            + "|생신|프로포즈|환갑|칠순|남편|와이프|송년회|졸업식 이벤트|깜짝 이벤트"
                            + "|환불|소비자원|신고하면|내돈내산|솔직 후기|BEST ?\\d|추천 ?\\d+곳|이벤트 없이|할인 없이|이벤트도 없"
                            + "|총정리|모음|정리했어요|비교했|지쳤|지친");

    private static final Pattern ENDED =
            Pattern.compile(
                    "(?:이벤트|행사)[가는은도]?\\s?[^.\\n]{0,8}(?:종료되었|종료됐|마감되었|마감됐|끝났)|당첨자 발표(?!\\s?[:：\\d일는은])[^\\d\\n]{0,6}$|당첨되신|축하드립니다");

    private static final Pattern OFFERS =
            Pattern.compile(
                    "이벤트|행사|증정|할인|드려요|드립니다|드려용|드리고|무료|서비스|1\\s?\\+\\s?1|추첨|쏩니다|반값|공짜|나눠드|받을 수|받으세요|받기");

    /// Why not, in the words for the operator; empty where it may be one.
    Optional<String> whyNot(PreparedText text) {
        var everything = text.everything();
        if (KOREAN.matcher(everything).results().count() < FEWEST_SYLLABLES) {
            return Optional.of(NO_TEXT);
        }
        if (!OFFERS.matcher(everything).find() || OF_NO_SHOP.matcher(everything).find()) {
            return Optional.of(NO_EVENT);
        }
        if (OF_OTHERS.matcher(everything).find()) {
            return Optional.of(NO_SHOP);
        }
        return text.sentences().stream().anyMatch(each -> ENDED.matcher(each).find())
                ? Optional.of(OVER)
                : Optional.empty();
    }
}
