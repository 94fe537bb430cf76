import type { CaseItem, Likeness } from "@/api/types";
import { placeName, useMoneyWords } from "@/components/plan/words";
import styles from "./CasesPage.module.css";
import { useOperatorText } from "./text";

const MOST_WORDS = 4;

/** What a found case has in common with the question, the weightiest first. */
export function Why({ item, likeness }: { item: CaseItem; likeness: Likeness }) {
  const { why } = useOperatorText();
  const money = useMoneyWords();
  const place = placeName(item.location);
  const same = likeness.words.filter((word) => word.asked === word.found);
  const alike = likeness.words.filter((word) => word.asked !== word.found);
  const reasons = [
    likeness.businessType && why.businessType(item.businessType),
    likeness.industry && why.industry(item.industry),
    same.length > 0 && why.sameWords(same.slice(0, MOST_WORDS).map((word) => word.found)),
    alike.length > 0 && why.alikeWords(alike.slice(0, MOST_WORDS)),
    place && likeness.place === "SAME" && why.samePlace(place),
    place && likeness.place === "NEAR" && why.nearPlace(place),
    likeness.price && item.cost !== null && why.price(money.spoken(item.cost)),
    likeness.season && item.season && why.season(item.season),
  ].filter((reason) => typeof reason === "string");
  return <p className={`soft ${styles.why}`}>{reasons.length > 0 ? reasons.join(" · ") : why.letters}</p>;
}
