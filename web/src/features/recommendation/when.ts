import { addDays } from "@/lib/dates";

export type When = "now" | "weekend" | "next-week" | "next-month" | "pick";

/** The first day an owner means; nothing for "now", which the server knows best. */
export function startOf(when: When, picked: string, now: string): string | undefined {
  const weekday = new Date(`${now}T00:00:00Z`).getUTCDay();
  switch (when) {
    case "now":
      return undefined;
    case "weekend":
      // On a Saturday or Sunday this weekend has begun.
      return weekday === 0 || weekday === 6 ? now : addDays(now, 6 - weekday);
    case "next-week":
      return addDays(now, weekday === 0 ? 1 : 8 - weekday);
    case "next-month": {
      const [year = 0, month = 0] = now.split("-").map(Number);
      return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
    }
    case "pick":
      return picked || undefined;
  }
}
