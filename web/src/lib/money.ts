import type { Language } from "@/i18n";

const MAN = 10_000;
const EOK = 100_000_000;
const group = (value: number) => value.toLocaleString("ko-KR");

/** Money as people say it: 25만원, 25만 5천원, 1억 2,000만원. What is not round gets "약". */
export function spokenWon(won: number, language: Language = "ko"): string {
  if (language === "en") return exactWon(won, "en");
  if (won < 0) return `-${spokenWon(-won)}`;
  if (won < MAN) return `${group(won)}원`;
  if (won >= 10 * MAN && won % 1000 !== 0) return `약 ${spokenWon(Math.round(won / MAN) * MAN)}`;
  const eok = Math.floor(won / EOK);
  const man = Math.floor((won % EOK) / MAN);
  const rest = won % MAN;
  const parts = [];
  if (eok) parts.push(`${group(eok)}억`);
  if (man) parts.push(`${group(man)}만`);
  if (rest) parts.push(rest % 1000 === 0 ? `${rest / 1000}천` : group(rest));
  return `${parts.join(" ")}원`;
}

export function exactWon(won: number, language: Language = "ko"): string {
  const sign = won < 0 ? "-" : "";
  return language === "en" ? `${sign}₩${group(Math.abs(won))}` : `${group(won)}원`;
}

/** Reads what people type: "300000", "300,000원", "30만", "1.5백만", "1만 5천". Null when it is no amount. */
export function parseWon(text: string): number | null {
  const cleaned = text.replace(/[,\s원₩]/g, "");
  if (cleaned === "") return null;
  if (/^\d+$/.test(cleaned)) return Number(cleaned);
  const units: Record<string, number> = {
    억: EOK,
    천만: 1000 * MAN,
    백만: 100 * MAN,
    십만: 10 * MAN,
    만: MAN,
    천: 1000,
    백: 100,
  };
  const part = /(\d+(?:\.\d+)?)(억|천만|백만|십만|만|천|백)/y;
  let total = 0;
  let at = 0;
  while (at < cleaned.length) {
    part.lastIndex = at;
    const match = part.exec(cleaned);
    if (!match) {
      const rest = cleaned.slice(at);
      return at > 0 && /^\d+$/.test(rest) ? Math.round(total + Number(rest)) : null;
    }
    total += Number(match[1]) * (units[match[2] ?? ""] ?? 0);
    at = part.lastIndex;
  }
  return Math.round(total);
}

/** Extra sales for every `spent` won at this ROI, rounded so that it reads like an estimate. */
export function extraSales(roiPercent: number, spent = 100_000): number {
  const sales = Math.max(0, spent * (1 + roiPercent / 100));
  const step = sales >= 100_000 ? 10_000 : 1_000;
  return Math.round(sales / step) * step;
}

/** Splits a new total over items in the proportions of the old ones, in whole thousands; always sums to `total`. */
export function splitInProportion<T extends { amount: number }>(items: readonly T[], total: number): T[] {
  const before = items.reduce((sum, item) => sum + item.amount, 0);
  if (items.length === 0 || before === total || before === 0) return [...items];
  const scaled = items.map((item) => ({
    ...item,
    amount: Math.floor((item.amount * total) / before / 1000) * 1000,
  }));
  const left = total - scaled.reduce((sum, item) => sum + item.amount, 0);
  const largest = scaled.reduce(
    (best, item, index) => (item.amount > (scaled[best]?.amount ?? 0) ? index : best),
    0,
  );
  return scaled.map((item, index) => (index === largest ? { ...item, amount: item.amount + left } : item));
}
