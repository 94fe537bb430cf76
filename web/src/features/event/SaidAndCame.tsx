import { useQuery } from "@tanstack/react-query";
import type { Estimate, Performance, StoreEvent } from "@/api/types";
import { RangeBar } from "@/components/plan/RangeBar";
import { useMoneyWords } from "@/components/plan/words";
import { useText } from "@/i18n";
import { extraSales } from "@/lib/money";
import { scaleOf } from "@/lib/scale";
import { correctionOf } from "./api";
import styles from "./SaidAndCame.module.css";

type Props = { event: StoreEvent; performance: Performance };

/** What we had said, what came, and what we learn from it. */
export function SaidAndCame({ event, performance }: Props) {
  const t = useText();
  const money = useMoneyWords();
  const { participants, roi } = event.prediction;
  const came = t.common.people(performance.participants);
  const peoplePlace = placeOf(performance.participants, participants);
  const returnPlace = placeOf(performance.roi, roi);
  const sales = money.spoken(extraSales(performance.roi));
  const peopleWords = {
    in: t.close.participantsIn,
    more: t.close.participantsMore,
    less: t.close.participantsLess,
  };
  const returnWords = { in: t.close.returnIn, more: t.close.returnMore, less: t.close.returnLess };
  const range = t.common.peopleRange(participants.low, participants.high);
  const returns = {
    low: extraSales(roi.low),
    expected: extraSales(roi.expected),
    high: extraSales(roi.high),
    actual: extraSales(performance.roi),
  };
  const learned =
    peoplePlace === "in"
      ? { in: t.close.learnedIn, more: t.close.learnedReturnMore, less: t.close.learnedReturnLess }[
          returnPlace
        ]
      : { more: t.close.learnedMore, less: t.close.learnedLess }[peoplePlace];
  return (
    <section className={styles.ledger} aria-label={t.event.result}>
      <div className={styles.pair}>
        <p className={styles.label}>
          <span className="soft">{t.event.said}</span>
          <span className="figures">{range}</span>
        </p>
        <RangeBar
          {...participants}
          actual={performance.participants}
          scale={scaleOf([participants.high, performance.participants])}
          label={t.events.predictedActual(range, came)}
        />
        <p className={styles.came}>{peopleWords[peoplePlace](came)}</p>
      </div>
      <div className={styles.pair}>
        <p className={styles.label}>
          <span className="soft">{t.plans.return}</span>
          <span className="figures">
            {money.spoken(returns.low)}~{money.spoken(returns.high)}
          </span>
        </p>
        <RangeBar
          {...returns}
          scale={scaleOf([returns.high, returns.actual])}
          label={t.events.predictedActual(
            `${money.spoken(returns.low)}~${money.spoken(returns.high)}`,
            sales,
          )}
        />
        <p className={styles.came}>{returnWords[returnPlace](sales)}</p>
      </div>
      <div className={styles.learned}>
        <h2>{t.close.learned}</h2>
        <p>
          {learned} {performance.measuredBy === "guess" && t.close.learnedGuess}
        </p>
        <Corrected event={event} performance={performance} />
      </div>
    </section>
  );
}

/** What the next forecast of the same plan says now, asked again until it has learned. */
function Corrected({ event, performance }: Props) {
  const t = useText();
  const { data } = useQuery({
    queryKey: ["correction", event.id, performance.revision],
    queryFn: () => correctionOf(event.id),
    refetchInterval: (query) =>
      query.state.data?.learned || query.state.dataUpdateCount > LONGEST_SECONDS ? false : 1000,
  });
  if (!data?.before) return null;
  const was = t.common.people(data.before.participants);
  return (
    <p role="status">
      {data.after
        ? data.after.participants === data.before.participants
          ? t.close.correctedSame(was)
          : t.close.correctedTo(was, t.common.people(data.after.participants))
        : t.close.correcting}
    </p>
  );
}

const LONGEST_SECONDS = 60;

const placeOf = (actual: number, said: Estimate): "in" | "more" | "less" =>
  actual > said.high ? "more" : actual < said.low ? "less" : "in";

/** The event's words and what it cost, to read. */
export function Facts({ event }: { event: StoreEvent }) {
  const t = useText();
  const money = useMoneyWords();
  return (
    <dl className={styles.facts}>
      <dt>{t.plans.prize}</dt>
      <dd>{event.prize}</dd>
      <dt>{t.plans.participation}</dt>
      <dd>{event.participation}</dd>
      <dt>{t.plans.cost}</dt>
      <dd className="figures">{money.exact(event.performance?.cost ?? event.cost)}</dd>
    </dl>
  );
}
