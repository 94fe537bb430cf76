import type { Plan } from "@/api/types";
import type { Language } from "@/i18n";

// The card on the first page: an example, marked as one there.
const plan: Plan = {
  id: "low-offline",
  budget: "low",
  type: "offline",
  title: "첫 방문이면 된장찌개 한 그릇",
  prize: "차돌 된장찌개",
  participation: "처음 오신 손님이 고기 2인분을 주문하고 단골 카드를 만들면 된장찌개를 바로 드려요.",
  expectedParticipants: 94,
  cost: 280_000,
  roi: 420,
  winners: null,
  days: 14,
  forecast: {
    participants: { low: 62, high: 141 },
    roi: { low: 210, high: 640 },
    cases: 34,
    realCases: 0,
    basis: "",
    profit: 229_600,
    lossRisk: "low",
    breakEvenParticipants: 52,
    modelVersion: "",
    marginPercent: 35,
  },
  evidence: [],
  origin: "planner",
  kit: { costItems: [], steps: [], staffScript: "" },
  notices: [],
};

export const samplePlan: Record<Language, Plan> = {
  ko: plan,
  en: {
    ...plan,
    title: "A stew on the house, first visit",
    prize: "Soybean stew with beef",
    participation:
      "First-time guests who order two servings of meat and take a regular's card get a stew right away.",
  },
};
