import type { IconName } from "@/components/ui/Icon";

/** The operator's pages, in the order of the menu. A page that joins adds its line here and its route. */
export const operatorMenu: { to: string; icon: IconName; ko: string; en: string }[] = [
  { to: "/ops/insight", icon: "trend", ko: "한눈에", en: "Overview" },
  { to: "/ops/accuracy", icon: "check", ko: "정확도", en: "Accuracy" },
  { to: "/ops/cost", icon: "wallet", ko: "비용", en: "Cost" },
  { to: "/ops/cases", icon: "search", ko: "사례", en: "Cases" },
  { to: "/ops/collection", icon: "refresh", ko: "수집", en: "Collection" },
  { to: "/ops/experiments", icon: "compare", ko: "실험", en: "Experiments" },
];
