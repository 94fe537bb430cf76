import { type Language, useLanguage } from "@/i18n";

const ko = {
  title: "수집",
  lead: "매일 밤 2시에 바깥 자료를 읽어 사례와 시장 정보로 만들어요.",
  start: "지금 수집하기",
  choose: "골라서 수집하기",
  chooseSteps: "단계",
  chooseSources: "수집처",
  chooseLine: "아무것도 고르지 않으면 모두 해요.",
  startChosen: "고른 것만 시작",
  stop: "멈추기",
  stopping: "멈추는 중이에요",
  resume: "이어서 하기",
  never: "아직 수집한 적이 없어요",
  neverLine: "키를 설정한 수집처가 있으면 오늘 밤 2시에 시작해요. 지금 바로 시작할 수도 있어요.",
  runs: "수집 기록",
  run: (n: number) => `${n}번째 수집`,
  triggers: { manual: "직접 시작", schedule: "매일 밤" } as Record<string, string>,
  statuses: {
    running: "하고 있어요",
    completed: "끝났어요",
    completed_with_errors: "일부는 못 했어요",
    failed: "못 했어요",
    cancelled: "멈췄어요",
    pending: "기다려요",
    skipped: "건너뛰었어요",
    paused: "다음에 이어서 해요",
  } as Record<string, string>,
  steps: {
    fetch: "읽기",
    clean: "다듬기",
    store: "저장",
    embed: "임베딩",
    index: "색인",
  } as Record<string, string>,
  counts: {
    received: "받음",
    new: "새것",
    unchanged: "바뀐 것 없음",
    read: "읽은 글",
    candidates: "사례 후보",
    clean: "다듬음",
    stored: "저장",
    duplicates: "이미 있음",
    outliers: "튀는 값",
    refused: "받지 않음",
    indexed: "색인",
    searchable: "찾을 수 있는 사례",
  } as Record<string, string>,
  casebook: "사례집",
  progress: (done: number, total: number | null) =>
    total === null
      ? `${done.toLocaleString("ko-KR")}건`
      : `${done.toLocaleString("ko-KR")} / ${total.toLocaleString("ko-KR")}`,
  rate: (n: number) =>
    n >= 1
      ? `1초에 ${Math.round(n).toLocaleString("ko-KR")}건`
      : `1분에 ${Math.max(1, Math.round(n * 60))}건`,
  left: (seconds: number) =>
    seconds < 60 ? `${seconds}초 남음` : `${Math.round(seconds / 60).toLocaleString("ko-KR")}분 남음`,
  sources: "수집처",
  configured: "설정됨",
  missing: (names: string) => `설정이 없어서 건너뛰고 있어요. ${names} 설정을 넣고 서버를 다시 켜 주세요.`,
  notSet: "설정 없음",
  freshness: { fresh: "최신", stale: "오래됨", dropped: "쓰지 않음", none: "아직 없음" } as Record<
    string,
    string
  >,
  lastSuccess: (when: string) => `마지막 성공 ${when}`,
  noSuccess: "아직 읽은 적이 없어요",
  ago: (hours: number) =>
    hours < 1 ? "방금 전" : hours < 48 ? `${hours}시간 전` : `${Math.floor(hours / 24)}일 전`,
  coverage: (text: string) => `담긴 자료 ${text}`,
  preview: "받은 것 보기",
  noPreview: "보여드릴 것이 아직 없어요",
  quotas: "쓴 횟수",
  quotaOf: (used: number, limit: number) =>
    `${used.toLocaleString("ko-KR")} / ${limit.toLocaleString("ko-KR")}회`,
  windows: { day: "오늘", month: "이번 달", week: "최근 7일" } as Record<string, string>,
  exhausted: "제공처가 오늘은 그만이라고 했어요",
  providers: {
    datagokr: "공공데이터포털",
    kosis: "KOSIS",
    naver: "네이버 검색",
    instagram: "인스타그램 호출",
    "instagram-hashtags": "인스타그램 해시태그",
    seoul: "서울 열린데이터광장",
  } as Record<string, string>,
  refusals: "받지 않은 것",
  noRefusals: "받지 않은 것이 없어요",
  more: "더 보기",
  amount: (n: number) => `${n.toLocaleString("ko-KR")}건`,
  started: "시작",
  took: (seconds: number) => (seconds < 60 ? `${seconds}초 걸림` : `${Math.round(seconds / 60)}분 걸림`),
};

type Words = typeof ko;

const en: Words = {
  title: "Collection",
  lead: "Every night at two, data from outside become cases and market facts.",
  start: "Collect now",
  choose: "Choose what to collect",
  chooseSteps: "Steps",
  chooseSources: "Sources",
  chooseLine: "Nothing chosen means everything.",
  startChosen: "Start what is chosen",
  stop: "Stop",
  stopping: "Stopping",
  resume: "Resume",
  never: "Nothing was collected yet",
  neverLine: "With a key set, collection starts tonight at two. You can also start it now.",
  runs: "Runs",
  run: (n) => `Run ${n}`,
  triggers: { manual: "Started by hand", schedule: "Nightly" },
  statuses: {
    running: "Running",
    completed: "Done",
    completed_with_errors: "Done in part",
    failed: "Failed",
    cancelled: "Stopped",
    pending: "Waiting",
    skipped: "Skipped",
    paused: "Goes on next time",
  },
  steps: { fetch: "Fetch", clean: "Clean", store: "Store", embed: "Embed", index: "Index" },
  counts: {
    received: "received",
    new: "new",
    unchanged: "unchanged",
    read: "texts read",
    candidates: "candidates",
    clean: "clean",
    stored: "stored",
    duplicates: "known already",
    outliers: "outliers",
    refused: "refused",
    indexed: "indexed",
    searchable: "searchable cases",
  },
  casebook: "Case book",
  progress: (done, total) =>
    total === null
      ? done.toLocaleString("en-US")
      : `${done.toLocaleString("en-US")} / ${total.toLocaleString("en-US")}`,
  rate: (n) =>
    n >= 1
      ? `${Math.round(n).toLocaleString("en-US")} a second`
      : `${Math.max(1, Math.round(n * 60))} a minute`,
  left: (seconds) => (seconds < 60 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`),
  sources: "Sources",
  configured: "Configured",
  missing: (names) => `Skipped, as its settings are missing. Set ${names} and restart the server.`,
  notSet: "Not set",
  freshness: { fresh: "Fresh", stale: "Old", dropped: "Not used", none: "Nothing yet" },
  lastSuccess: (when) => `Last success ${when}`,
  noSuccess: "Never read yet",
  ago: (hours) =>
    hours < 1 ? "just now" : hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`,
  coverage: (text) => `Holds ${text}`,
  preview: "What it gave",
  noPreview: "Nothing to show yet",
  quotas: "Calls",
  quotaOf: (used, limit) => `${used.toLocaleString("en-US")} of ${limit.toLocaleString("en-US")}`,
  windows: { day: "today", month: "this month", week: "last 7 days" },
  exhausted: "The provider allows no more today",
  providers: {
    datagokr: "data.go.kr",
    kosis: "KOSIS",
    naver: "Naver search",
    instagram: "Instagram calls",
    "instagram-hashtags": "Instagram hashtags",
    seoul: "Seoul open data",
  },
  refusals: "Refused",
  noRefusals: "Nothing was refused",
  more: "Show more",
  amount: (n) => n.toLocaleString("en-US"),
  started: "Started",
  took: (seconds) => (seconds < 60 ? `took ${seconds} s` : `took ${Math.round(seconds / 60)} min`),
};

const words: Record<Language, Words> = { ko, en };

/** The operator's words travel with the operator's pages, not with everybody's. */
export const useCollectionText = (): Words => words[useLanguage()];
