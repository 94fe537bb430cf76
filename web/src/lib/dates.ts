import type { Language } from "@/i18n";

const DAY = 86_400_000;
const WEEKDAYS = { ko: "일월화수목금토", en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] } as const;

// Dates without a time travel as "2026-12-20" and are reckoned in UTC, so that no zone can shift them.
const at = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

/** Today where the shops are, whatever the phone's zone. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Seoul" }).format(now);
}

/** The day in Seoul on which a moment ("2026-12-20T23:00:00Z") falls. */
export const dayOf = (moment: string): string => (moment.length <= 10 ? moment : today(new Date(moment)));

export const addDays = (date: string, days: number): string =>
  new Date(at(date) + days * DAY).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY);

/** 12월 20일(일); with the year when it is not this one. */
export function spokenDate(date: string, language: Language = "ko", now: string = today()): string {
  const day = new Date(at(date));
  const otherYear = date.slice(0, 4) !== now.slice(0, 4);
  const weekday = WEEKDAYS[language][day.getUTCDay()];
  if (language === "en") {
    const text = day.toLocaleDateString("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
    return `${weekday} ${text}${otherYear ? ` ${date.slice(0, 4)}` : ""}`;
  }
  const text = `${day.getUTCMonth() + 1}월 ${day.getUTCDate()}일(${weekday})`;
  return otherYear ? `${date.slice(0, 4)}년 ${text}` : text;
}

/** 12월 20일(일)~26일(토) */
export function spokenPeriod(
  from: string,
  to: string,
  language: Language = "ko",
  now: string = today(),
): string {
  if (from === to) return spokenDate(from, language, now);
  const start = spokenDate(from, language, now);
  if (language === "ko" && from.slice(0, 7) === to.slice(0, 7)) {
    return `${start}~${spokenDate(to, "ko", to).replace(/^.*월 /, "")}`;
  }
  return `${start}${language === "ko" ? "~" : " – "}${spokenDate(to, language, from)}`;
}

/** How far away a day is, in the words of everyday: 오늘, 내일, 3일 뒤, 2일 지났어요. */
export function fromNow(date: string, language: Language = "ko", now: string = today()): string {
  const days = daysBetween(now, date);
  if (language === "en") {
    if (days === 0) return "today";
    if (days === 1) return "tomorrow";
    return days > 0 ? `in ${days} days` : `${-days} ${days === -1 ? "day" : "days"} ago`;
  }
  if (days === 0) return "오늘";
  if (days === 1) return "내일";
  return days > 0 ? `${days}일 뒤` : `${-days}일 전`;
}
