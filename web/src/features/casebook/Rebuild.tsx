import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { indexQuery, rebuildIndex } from "./api";
import styles from "./CasesPage.module.css";
import { useOperatorText } from "./text";

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
        {state && <p>{state.rebuilding ? words.rebuilding : words.indexState(state.size, state.lag)}</p>}
        {state && state.setAside > 0 && <p>{words.setAside(state.setAside)}</p>}
      </div>
      <Button look="second" busy={rebuild.isPending || state?.rebuilding} onClick={() => rebuild.mutate()}>
        {words.rebuild}
      </Button>
      {rebuild.error && <ProblemNotice error={rebuild.error} />}
    </section>
  );
}
