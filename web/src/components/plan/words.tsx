import type { Location, Plan } from "@/api/types";
import { useLanguage, useText } from "@/i18n";
import { exactWon, extraSales, spokenWon } from "@/lib/money";
import styles from "./words.module.css";

/** An amount as people say it; where that rounds, a tap shows it to the won. */
export function Money({ won }: { won: number }) {
  const language = useLanguage();
  const spoken = spokenWon(won, language);
  const exact = exactWon(won, language);
  if (spoken === exact) return <span className="figures">{spoken}</span>;
  return (
    <details className={styles.money}>
      <summary className="figures">{spoken}</summary>
      <span className={`${styles.exact} figures`}>{exact}</span>
    </details>
  );
}

export function useMoneyWords() {
  const language = useLanguage();
  const t = useText();
  return {
    spoken: (won: number) => spokenWon(won, language),
    exact: (won: number) => exactWon(won, language),
    /** "10만원 쓰면 약 62만원어치 더 팔려요" */
    returns: (roi: number) => {
      const sales = extraSales(roi);
      return sales > 0
        ? t.plans.extraSales(spokenWon(100_000, language), spokenWon(sales, language))
        : t.plans.extraSalesNone;
    },
  };
}

export const placeName = (location: Location | null): string | null =>
  location && [location.city, location.district].filter(Boolean).join(" ");

/** The likeliest number of people is the plan's own; the range is its forecast's. */
export const participantsOf = (plan: Plan) => ({
  ...plan.forecast.participants,
  expected: plan.expectedParticipants,
});
export const roiOf = (plan: Plan) => ({ ...plan.forecast.roi, expected: plan.roi });
