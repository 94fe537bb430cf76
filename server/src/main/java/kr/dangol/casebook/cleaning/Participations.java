package kr.dangol.casebook.cleaning;

import java.util.List;
import java.util.regex.Pattern;

/// One way to say each thing that customers do, so that the same event written by two people is
/// found to be the same.
final class Participations {

    private static final List<Rule> RULES =
            List.of(
                    rule("인스타(?!그램)|(?<![A-Za-z])insta(?:gram)?(?![A-Za-z])", "인스타그램"),
                    rule("팔로잉|팔뤄|follow(?:ing)?", "팔로우"),
                    rule("카톡|카카오톡\\s*플러스\\s*친구|플친|카플친", "카카오톡"),
                    rule("리포스트|리그램|repost|regram", "공유"),
                    rule("코멘트를", "댓글을"),
                    rule("코멘트|덧글|리플(?![가-힣])", "댓글"),
                    rule("인증\\s*샷", "인증 사진"),
                    rule("해쉬태그", "해시태그"),
                    rule("영수증\\s*리뷰|방문자\\s*리뷰|네이버\\s*리뷰", "네이버 리뷰"),
                    rule("(?:도장판|스탬프\\s*카드|쿠폰판)(?:을|를)", "도장판을"),
                    rule("스탬프\\s*카드|쿠폰판", "도장판"),
                    rule("스탬프를", "도장을"),
                    rule("스탬프", "도장"),
                    rule("추첨을\\s*통해", "추첨해서"));

    private Participations() {}

    static String standard(String participation) {
        var standard = participation;
        for (var rule : RULES) {
            standard = rule.spelling().matcher(standard).replaceAll(rule.words());
        }
        return standard;
    }

    private static Rule rule(String spelling, String words) {
        return new Rule(Pattern.compile(spelling, Pattern.CASE_INSENSITIVE), words);
    }

    private record Rule(Pattern spelling, String words) {}
}
