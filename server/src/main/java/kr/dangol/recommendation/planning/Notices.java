package kr.dangol.recommendation.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Rules of law and platforms that a plan touches, told to the owner next to the plan. A plan that
/// touches one is kept: what counts is how it is carried out.
final class Notices {

    private static final long TAX_FREE_PRIZE = 50_000;

    private static final Pattern REVIEW = Pattern.compile("리뷰|후기|별점|평점");
    private static final Pattern MESSAGE = Pattern.compile("채널|알림톡|친구톡|문자|톡톡|메시지|푸시|뉴스레터|단체방|오픈채팅");
    private static final Pattern SPONSORED = Pattern.compile("체험단|인플루언서|협찬|서포터즈|크리에이터|블로거|유튜버|기자단");
    private static final Pattern PERSONAL =
            Pattern.compile("연락처|전화번호|휴대폰|이메일|응모권|응모함|응모지|신청서|생일을|이름을 적");
    private static final Pattern ALCOHOL =
            Pattern.compile("맥주|소주|와인|하이볼|막걸리|위스키|칵테일|사케|(?<![가-힣])술(?![가-힣])");
    private static final Pattern PHOTO_OF_PEOPLE = Pattern.compile("사진|영상|릴스");
    private static final Pattern CARE = Pattern.compile("병원|의원|한의원|치과|약국");

    private record Rule(Pattern in, String notice) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            REVIEW,
                            "후기를 부탁하며 혜택을 줄 때는 후기에 '혜택을 받았다'는 표시가 있어야 해요. 2026년 1월부터"
                                    + " 지도·배달 앱이 대가를 건 리뷰를 제한하니 쓰려는 앱의 규정을 먼저 확인하세요."),
                    new Rule(
                            MESSAGE,
                            "홍보 메시지는 받겠다고 한 분에게만 보내고, 맨 앞에 (광고)와 수신 거부 방법을 적어요. 밤 9시부터"
                                    + " 아침 8시까지는 보내지 않아요."),
                    new Rule(SPONSORED, "돈이나 물건을 받고 올린 글과 영상에는 '광고' 또는 '협찬' 표시를 첫머리에 넣어야 해요."),
                    new Rule(
                            PERSONAL,
                            "이름이나 연락처를 받을 때는 쓰는 목적과 보관 기간을 알리고 동의를 받아요. 행사가 끝나면 바로" + " 파기하세요."),
                    new Rule(PHOTO_OF_PEOPLE, "손님이 찍힌 사진이나 영상을 우리 계정에 다시 올릴 때는 먼저 허락을 받아 주세요."));

    private Notices() {}

    static List<String> on(PlanDraft plan, Brief brief) {
        var text = plan.title() + " " + plan.prize() + " " + plan.participation();
        var notices =
                new ArrayList<>(
                        RULES.stream()
                                .filter(rule -> rule.in().matcher(text).find())
                                .map(Rule::notice)
                                .toList());
        if (ALCOHOL.matcher(plan.prize()).find()) {
            notices.add("술을 경품으로 거저 주는 것은 주류 거래 고시로 제한돼요. 안주나 이용권으로 바꾸는 편이 안전해요.");
        }
        var unitPrice = plan.unitPrice();
        if (unitPrice != null && unitPrice.amount() > TAX_FREE_PRIZE) {
            notices.add("5만원이 넘는 경품은 받는 분에게 세금 22%가 생겨요. 누가 낼지 안내문에 미리 적어 두세요.");
        }
        if (CARE.matcher(brief.businessType().name()).find()) {
            notices.add("의료기관은 환자를 모으려고 금품이나 할인을 줄 수 없어요. 시작하기 전에 보건소에 확인하세요.");
        }
        return List.copyOf(notices);
    }
}
