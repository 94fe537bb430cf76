import { type Language, useLanguage } from "@/i18n";

const ko = {
  title: "사례집",
  search: "검색어",
  searchPlaceholder: "예: 고깃집 첫 방문",
  industry: "업종",
  all: "전체",
  grade: "결과",
  origin: "출처",
  origins: {
    SAMPLE: "예시 자료",
    BENCHMARK: "직접 모음",
    IMPORT: "가져오기",
    COLLECTED: "자동 수집",
    OWN: "사장님 이벤트",
  } as Record<string, string>,
  total: (n: number) => `${n.toLocaleString("ko-KR")}건`,
  mostAlikeFirst: "비슷한 순서예요",
  city: "지역",
  figures: "성과 숫자",
  withFigures: "있어요",
  withoutFigures: "없어요",
  why: {
    businessType: (name: string) => `같은 업종(${name})`,
    industry: (name: string) => `같은 ${name} 쪽`,
    sameWords: (words: string[]) => `같은 말: ${words.join(", ")}`,
    alikeWords: (words: { asked: string; found: string }[]) =>
      `비슷한 말: ${words.map((word) => `${word.asked} → ${word.found}`).join(", ")}`,
    samePlace: (name: string) => `같은 지역(${name})`,
    nearPlace: (name: string) => `가까운 지역(${name})`,
    price: (amount: string) => `비슷한 비용(${amount})`,
    season: (name: string) => `같은 계절(${name})`,
    letters: "글자가 조금 비슷해요",
  },
  none: "조건에 맞는 사례가 없어요",
  more: "더 보기",
  download: "CSV 내려받기",
  columns: {
    title: "이벤트",
    businessType: "세부 업종",
    place: "지역",
    date: "시작",
    cost: "비용",
    participants: "참여",
    roi: "수익률",
    grade: "결과",
  },
  import: "사례 가져오기",
  importLine:
    "title, prize, participation, business_type, address, date, purpose, type, cost, participants, roi, source 열이 있는 CSV 파일이에요.",
  choose: "CSV 파일",
  send: "가져오기",
  sending: "읽고 있어요",
  result: {
    received: "읽은 줄",
    stored: "저장",
    duplicates: "이미 있음",
    outliers: "튀는 값",
    rejected: "받지 못한 줄",
  },
  rejectedLine: (line: number, reason: string) => `${line}번째 줄: ${reason}`,
  rejectedMore: (n: number) => `그 밖에 ${n.toLocaleString("ko-KR")}줄`,
  rejectedDownload: "받지 못한 줄 내려받기",
  index: "검색 색인",
  indexLine: "색인이 어긋났을 때 데이터베이스에서 처음부터 다시 만들어요.",
  rebuild: "색인 다시 만들기",
  rebuilding: (percent: number | null) =>
    percent === null ? "다시 만들 준비를 하고 있어요" : `다시 만들고 있어요 · ${percent}%`,
  model: (name: string) => `임베딩 모델 ${name}`,
  indexState: (size: number, lag: number) =>
    lag > 0
      ? `${size.toLocaleString("ko-KR")}건이 들어 있고 ${lag.toLocaleString("ko-KR")}건이 기다려요`
      : `${size.toLocaleString("ko-KR")}건이 모두 들어 있어요`,
  setAside: (n: number) => `읽지 못해 빼 둔 사례 ${n.toLocaleString("ko-KR")}건`,
  retry: "다시 넣어 보기",
  excluded: "예상에서 빠짐",
};

type OperatorWords = typeof ko;

const en: OperatorWords = {
  title: "Case book",
  search: "Search",
  searchPlaceholder: "e.g. 고깃집 첫 방문",
  industry: "Industry",
  all: "All",
  grade: "Result",
  origin: "Origin",
  origins: {
    SAMPLE: "Sample",
    BENCHMARK: "Gathered by hand",
    IMPORT: "Imported",
    COLLECTED: "Collected",
    OWN: "Owners' events",
  },
  total: (n) => `${n.toLocaleString("en-US")} cases`,
  mostAlikeFirst: "most alike first",
  city: "Region",
  figures: "Figures",
  withFigures: "With",
  withoutFigures: "Without",
  why: {
    businessType: (name) => `same trade (${name})`,
    industry: (name) => `same industry (${name})`,
    sameWords: (words) => `same words: ${words.join(", ")}`,
    alikeWords: (words) =>
      `near synonyms: ${words.map((word) => `${word.asked} → ${word.found}`).join(", ")}`,
    samePlace: (name) => `same place (${name})`,
    nearPlace: (name) => `nearby (${name})`,
    price: (amount) => `similar cost (${amount})`,
    season: (name) => `same season (${name})`,
    letters: "a few letters in common",
  },
  none: "No case matches",
  more: "Show more",
  download: "Download CSV",
  columns: {
    title: "Event",
    businessType: "Business type",
    place: "Area",
    date: "Start",
    cost: "Cost",
    participants: "People",
    roi: "Return",
    grade: "Result",
  },
  import: "Import cases",
  importLine:
    "A CSV file with the columns title, prize, participation, business_type, address, date, purpose, type, cost, participants, roi, source.",
  choose: "CSV file",
  send: "Import",
  sending: "Reading",
  result: {
    received: "Lines read",
    stored: "Stored",
    duplicates: "Known already",
    outliers: "Outliers",
    rejected: "Refused lines",
  },
  rejectedLine: (line, reason) => `Line ${line}: ${reason}`,
  rejectedMore: (n) => `and ${n.toLocaleString("en-US")} more`,
  rejectedDownload: "Download refused lines",
  index: "Search index",
  indexLine: "Builds the index anew from the database, should it ever be wrong.",
  rebuild: "Rebuild index",
  rebuilding: (percent) => (percent === null ? "About to be rebuilt" : `Being rebuilt · ${percent}%`),
  model: (name) => `Embedding model ${name}`,
  indexState: (size, lag) =>
    lag > 0
      ? `${size.toLocaleString("en-US")} cases, ${lag.toLocaleString("en-US")} waiting`
      : `All ${size.toLocaleString("en-US")} cases are in`,
  setAside: (n) => `${n.toLocaleString("en-US")} cases set aside as unreadable`,
  retry: "Try them again",
  excluded: "left out of forecasts",
};

const words: Record<Language, OperatorWords> = { ko, en };

/** The operator's words travel with the operator's pages, not with everybody's. */
export const useOperatorText = (): OperatorWords => words[useLanguage()];
