import { type Language, useLanguage } from "@/i18n";

const ko = {
  title: "우리 가게 성과",
  own: "마감한 이벤트",
  none: "아직 마감한 이벤트가 없어요",
  noneLine: "한 번 마감하면 여기에 쌓여요.",
  events: (n: number) => `${n}건`,
  people: "온 사람",
  spent: "쓴 돈",
  sold: "더 팔린 돈",
  hits: "예상이 맞은 횟수",
  hitsOf: (hits: number, all: number) => `${all}건 중 ${hits}건`,
  bySlot: "어떤 이벤트가 잘됐나요",
  bySlotLine: "10만원 쓸 때 더 팔린 돈이에요.",
  peers: "비슷한 가게에서 잘된 이벤트",
  peersLine: {
    type_and_region: (type: string, city: string) => `${city}의 다른 ${type} 가게들 가운데 값이에요.`,
    type: (type: string) => `다른 ${type} 가게들 가운데 값이에요.`,
    industry: (_type: string, _city: string, industry: string) => `다른 ${industry} 가게들 가운데 값이에요.`,
  } as Record<string, (type: string, city: string, industry: string) => string>,
  privacy: "다섯 곳 이상 모여야 보여요. 어느 가게인지는 아무도 알 수 없어요.",
  noPeers: "비슷한 가게 다섯 곳의 결과가 모이면 보여드려요.",
  shops: (shops: number, events: number) => `가게 ${shops}곳, 이벤트 ${events}건`,
  peopleCost: (people: string, cost: string) => `${people} 참여, 비용 ${cost}`,
  make: "이벤트 만들기",
  toEvents: "내 이벤트로",
};

type ResultsWords = typeof ko;

const en: ResultsWords = {
  title: "Our results",
  own: "Closed events",
  none: "No event is closed yet",
  noneLine: "Once you close one it shows here.",
  events: (n) => String(n),
  people: "People who came",
  spent: "Spent",
  sold: "Extra sales",
  hits: "Forecasts that held",
  hitsOf: (hits, all) => `${hits} of ${all}`,
  bySlot: "Which events went well",
  bySlotLine: "Extra sales for every ₩100,000 spent.",
  peers: "What worked for shops like yours",
  peersLine: {
    type_and_region: (type, city) => `Medians of other ${type} shops in ${city}.`,
    type: (type) => `Medians of other ${type} shops.`,
    industry: (_type, _city, industry) => `Medians of other shops (${industry}).`,
  },
  privacy: "Shown from five shops on; nobody can tell which.",
  noPeers: "Fewer than five shops like yours have told their results so far.",
  shops: (shops, events) => `${shops} shops, ${events} events`,
  peopleCost: (people, cost) => `${people}, cost ${cost}`,
  make: "Make an event",
  toEvents: "My events",
};

const words: Record<Language, ResultsWords> = { ko, en };

export const useResultsText = (): ResultsWords => words[useLanguage()];
