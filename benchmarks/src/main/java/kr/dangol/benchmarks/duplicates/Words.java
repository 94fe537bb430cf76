package kr.dangol.benchmarks.duplicates;

import java.util.random.RandomGenerator;

/// The words of one drawn case: combinations of common parts, so that unrelated cases share a lot.
record Words(String title, String prize, String participation) {

    private static final String[] MOODS = {
        "따뜻한", "반가운", "새로운", "신나는", "조용한", "느긋한", "알찬", "향긋한", "달콤한", "시원한", "포근한", "든든한", "산뜻한",
        "정다운", "바삭한", "고소한", "싱그러운", "활기찬", "뜻밖의", "오붓한"
    };
    private static final String[] TIMES = {
        "봄맞이",
        "여름밤",
        "가을 산책",
        "겨울 저녁",
        "월요일 아침",
        "비 오는 날",
        "주말 오후",
        "퇴근길",
        "점심시간",
        "개강 첫 주",
        "수능 끝난 날",
        "연말 모임",
        "벚꽃 지는 날",
        "장마철",
        "첫눈 오는 날",
        "생일 주간",
        "시험 기간",
        "휴가철",
        "명절 전날",
        "보름달 뜨는 밤"
    };
    private static final String[] FORMS = {
        "도장판 채우기", "사진 올리기", "초성 퀴즈", "친구 초대", "후기 나눔", "돌림판 돌리기", "가위바위보 대결", "소원 적기", "이름 짓기",
                "보물찾기",
        "빙고 완성", "줄 서기 없는 예약", "단골 투표", "한 줄 시 쓰기", "텀블러 들고 오기", "영수증 모으기", "색칠 놀이", "노래 한 소절",
                "낱말 맞추기", "편지 보내기"
    };
    private static final String[] KINDS = {
        "아메리카노", "조각 케이크", "소금빵", "수제 쿠키", "꽃다발", "머그컵", "에코백", "핸드크림", "식사권", "숙박권", "이용권", "상품권",
        "양말", "다이어리", "화분", "향초", "과일청", "드립백", "만두 한 접시", "맥주 한 잔"
    };
    private static final String[] MAKES = {
        "직접 만든", "제철", "동네 작가의", "오늘 구운", "한정판", "작은", "커다란", "두 사람이 쓸", "선물 포장한", "국산 재료로 만든"
    };
    private static final String[] FIRST = {
        "매장에 들러 방명록에 한 줄을 남기고", "계산할 때 전화번호 대신 별명을 적고", "문 앞 칠판에 오늘의 기분을 쓰고", "인스타그램을 팔로우하고 댓글을 달고",
        "친구 두 명을 데려와 함께 자리에 앉고", "영수증 뒤에 이름을 적어 상자에 넣고", "마음에 드는 메뉴 사진을 찍어 올리고",
                "카카오톡 채널을 추가하고 쿠폰을 받고",
        "직원과 가위바위보를 세 판 하고", "벽에 붙은 지도에 사는 동네를 표시하고"
    };
    private static final String[] SECOND = {
        "다음 방문 때 도장을 찍으면", "한 주 안에 다시 오면", "정해진 낱말을 말하면", "준비된 종이접기를 완성하면", "다른 손님에게 인사를 건네면",
        "사장님이 낸 문제를 맞히면", "빈 병을 가져오면", "세 가지 맛을 모두 고르면", "창가 자리 사진을 보여 주면", "같은 색 옷을 입고 오면"
    };
    private static final String[] THIRD = {
        "그 자리에서 바로 드려요",
        "저녁에 뽑아 연락해요",
        "포장해서 손에 쥐여 드려요",
        "다음 달 첫 주에 보내 드려요",
        "두 배로 담아 드려요",
        "친구 몫까지 챙겨 드려요",
        "이름을 새겨 드려요",
        "원하는 날로 예약해요",
        "가족 수만큼 드려요",
        "한 번 더 고르게 해요"
    };

    static Words draw(RandomGenerator random) {
        var title = one(MOODS, random) + " " + one(TIMES, random) + " " + one(FORMS, random);
        return new Words(title, prize(random), participation(random));
    }

    static String prize(RandomGenerator random) {
        return one(MAKES, random) + " " + one(KINDS, random);
    }

    static String participation(RandomGenerator random) {
        return one(FIRST, random) + " " + one(SECOND, random) + " " + one(THIRD, random);
    }

    private static String one(String[] words, RandomGenerator random) {
        return words[random.nextInt(words.length)];
    }
}
