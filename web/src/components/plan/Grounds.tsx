import { useQuery } from "@tanstack/react-query";
import { call } from "@/api/client";
import type { Grounds as GroundsAnswer } from "@/api/types";
import { Loading } from "@/components/ui/Loading";
import { useText } from "@/i18n";
import { parseWon } from "@/lib/money";
import { useDebounced } from "@/lib/useDebounced";
import styles from "./Evidence.module.css";
import type { Surroundings } from "./outlook";
import { requestOf } from "./outlook";
import type { PlanDraft } from "./planDraft";
import { useMoneyWords } from "./words";

type Precedent = GroundsAnswer["precedents"][number];
type Props = { surroundings: Surroundings; draft: PlanDraft };

/** The cases that count most in the forecast of a plan as it stands, and why. */
export function Grounds({ surroundings, draft }: Props) {
  const t = useText();
  const request = useDebounced(JSON.stringify(requestOf(surroundings, draft)), 250);
  const usable = (parseWon(draft.cost) ?? 0) > 0 && draft.prize.trim() && draft.participation.trim();
  const { data, isError } = useQuery({
    queryKey: ["grounds", request],
    queryFn: ({ signal }) =>
      call<GroundsAnswer>("/api/forecasts/basis", { method: "POST", body: JSON.parse(request), signal }),
    enabled: Boolean(usable),
    staleTime: 60_000,
  });
  if (isError) return <p className="soft">{t.plan.groundsFailed}</p>;
  if (!data) return <Loading />;
  return (
    <div className={styles.list}>
      <p>{data.basis}</p>
      {data.precedents.length > 0 && !data.precedents.some(weighs) && <p>{t.plan.groundsMany}</p>}
      <ul className={styles.cases}>
        {data.precedents.map((ground) => (
          <li key={ground.caseId ?? "others"}>
            <Ground ground={ground} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Below this a share says nothing: the forecast rests on many cases, each a little. */
const weighs = (ground: Precedent) => ground.share >= 0.03;

function Ground({ ground }: { ground: Precedent }) {
  const t = useText();
  const money = useMoneyWords();
  const reasons = ground.why.map((reason) => t.plan.likenesses[reason] ?? reason);
  const percent = Math.round(ground.share * 100);
  return (
    <>
      <p className={styles.title}>
        {ground.stores > 1 ? t.plan.groundsOthers(ground.stores) : ground.title}
        <span className={styles.sample}>
          {ground.own ? t.plan.groundsOwn : ground.sample ? t.common.sample : t.grades[ground.grade]}
        </span>
      </p>
      <p className="figures">
        {[
          ground.participants === null ? null : t.common.people(ground.participants),
          ground.cost === null ? null : `${t.plans.cost} ${money.spoken(ground.cost)}`,
        ]
          .filter(Boolean)
          .join(", ")}
      </p>
      {weighs(ground) && <p className="soft">{t.plan.groundsShare(percent)}</p>}
      {reasons.length > 0 && <p className="soft">{t.plan.groundsWhy(reasons)}</p>}
    </>
  );
}
