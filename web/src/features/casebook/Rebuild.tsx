import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { IndexState } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { indexQuery, rebuildIndex } from "./api";
import styles from "./CasesPage.module.css";
import { SetAside } from "./SetAside";
import { useOperatorText } from "./text";

/** How much of the edition that is being filled is done, or nothing before it was begun. */
const percent = ({ filling }: IndexState) =>
  filling?.of ? Math.floor((filling.upTo / filling.of) * 100) : null;

/** The state of the search index, and the one thing to do about it. */
export function Rebuild() {
  const words = useOperatorText();
  const client = useQueryClient();
  const { data: state } = useQuery(indexQuery);
  const rebuild = useMutation({
    mutationFn: rebuildIndex,
    onSuccess: (started) => client.setQueryData(indexQuery.queryKey, started),
  });
  return (
    <section className={styles.tool}>
      <h2>{words.index}</h2>
      <p className="soft">{words.indexLine}</p>
      <div role="status">
        {state && <p>{words.indexState(state.size, state.lag)}</p>}
        {state?.rebuilding && <p>{words.rebuilding(percent(state))}</p>}
        {state && <p className="soft">{words.model(state.model)}</p>}
      </div>
      <Button look="second" busy={rebuild.isPending || state?.rebuilding} onClick={() => rebuild.mutate()}>
        {words.rebuild}
      </Button>
      {rebuild.error && <ProblemNotice error={rebuild.error} />}
      {state && state.setAside > 0 && <SetAside count={state.setAside} />}
    </section>
  );
}
