import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { call } from "@/api/client";
import { eventsQuery, useStores } from "@/api/queries";
import type { SlotId, StoreEvent } from "@/api/types";
import { useMoneyWords } from "@/components/plan/words";
import { ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { type Dictionary, useText } from "@/i18n";
import { extraSales } from "@/lib/money";
import { Bars } from "./charts";
import styles from "./insight.module.css";
import { useResultsText } from "./resultsText";

type PeerGroup = {
  slot: SlotId;
  shops: number;
  events: number;
  cost: number;
  participants: number;
  roi: number;
};
type Peers = { circle: "type_and_region" | "type" | "industry" | null; groups: PeerGroup[] };

const peersQuery = (id: string) =>
  queryOptions({ queryKey: ["peers", id], queryFn: () => call<Peers>(`/api/stores/${id}/peers`) });

const slotName = (slot: SlotId, t: Dictionary) => {
  const [budget, channel] = slot.split("-") as ["low" | "medium" | "high", "online" | "offline"];
  return `${t.budgets[budget].label} · ${t.channels[channel]}`;
};

/** What the owner's own events brought, and what worked for others like them. */
export default function ResultsPage() {
  const words = useResultsText();
  const events = useQuery(eventsQuery);
  const closed = (events.data ?? []).filter((event) => event.performance);
  return (
    <Page title={words.title} lead={<Link to="/events">{words.toEvents}</Link>}>
      {events.isPending && <Loading />}
      {events.error && !events.data && (
        <ProblemNotice error={events.error} onRetry={() => events.refetch()} />
      )}
      {events.isSuccess && closed.length === 0 && (
        <Empty
          title={words.none}
          line={words.noneLine}
          action={<ButtonLink to="/new">{words.make}</ButtonLink>}
        />
      )}
      {closed.length > 0 && <Own closed={closed} />}
      <PeersPart />
    </Page>
  );
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

function Own({ closed }: { closed: StoreEvent[] }) {
  const t = useText();
  const words = useResultsText();
  const money = useMoneyWords();
  const results = closed.flatMap((event) =>
    event.performance ? [{ event, result: event.performance }] : [],
  );
  const spent = sum(results.map(({ result }) => result.cost));
  const sold = sum(results.map(({ result }) => Math.round(result.cost * (1 + result.roi / 100))));
  const hits = results.filter(({ result }) => result.participantsWithinRange).length;
  const slots = [...new Set(results.map(({ event }) => event.option))];
  return (
    <section className={styles.group}>
      <h2>{words.own}</h2>
      <dl className={styles.sums}>
        <div>
          <dt>{words.own}</dt>
          <dd className="figures">{words.events(results.length)}</dd>
        </div>
        <div>
          <dt>{words.people}</dt>
          <dd className="figures">
            {t.common.people(sum(results.map(({ result }) => result.participants)))}
          </dd>
        </div>
        <div>
          <dt>{words.spent}</dt>
          <dd className="figures">{money.spoken(spent)}</dd>
        </div>
        <div>
          <dt>{words.sold}</dt>
          <dd className="figures">{money.spoken(sold)}</dd>
        </div>
        <div className={styles.mainSum}>
          <dt>{words.hits}</dt>
          <dd className="figures">{words.hitsOf(hits, results.length)}</dd>
        </div>
      </dl>
      <div className={styles.card}>
        <h3>{words.bySlot}</h3>
        <p className="soft">{words.bySlotLine}</p>
        <Bars
          bars={slots
            .map((slot) => {
              const of = results.filter(({ event }) => event.option === slot).map(({ result }) => result);
              const cost = sum(of.map((result) => result.cost));
              const back = sum(of.map((result) => result.cost * (1 + result.roi / 100)));
              return { slot, sales: extraSales((back / cost - 1) * 100) };
            })
            .sort((a, b) => b.sales - a.sales)
            .map(({ slot, sales }) => ({
              key: slot,
              label: slotName(slot, t),
              value: sales,
              text: money.spoken(sales),
            }))}
        />
      </div>
    </section>
  );
}

function PeersPart() {
  const t = useText();
  const words = useResultsText();
  const money = useMoneyWords();
  const { current } = useStores();
  const peers = useQuery({ ...peersQuery(current?.id ?? ""), enabled: current !== null });
  if (!current || !peers.data) return null;
  const { circle, groups } = peers.data;
  const line = circle && words.peersLine[circle];
  return (
    <section className={styles.group}>
      <h2>{words.peers}</h2>
      {line ? (
        <div className={styles.card}>
          <p>
            {line(
              current.businessType,
              current.location?.city ?? "",
              t.industries[current.industry] ?? current.industry,
            )}{" "}
            {words.bySlotLine}
          </p>
          <Bars
            bars={groups.map((group) => ({
              key: group.slot,
              label: slotName(group.slot, t),
              value: extraSales(group.roi),
              text: money.spoken(extraSales(group.roi)),
            }))}
          />
          <ul className={styles.notes}>
            {groups.map((group) => (
              <li key={group.slot} className="soft">
                {slotName(group.slot, t)}: {words.shops(group.shops, group.events)},{" "}
                {words.peopleCost(t.common.people(group.participants), money.spoken(group.cost))}
              </li>
            ))}
          </ul>
          <p className="soft">{words.privacy}</p>
        </div>
      ) : (
        <p className="soft">{words.noPeers}</p>
      )}
    </section>
  );
}
