import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { indexQuery, retrySetAside, setAsideQuery } from "./api";
import styles from "./CasesPage.module.css";
import { useOperatorText } from "./text";

const SHOWN = 10;

/** Cases that the index could not take, each with its reason, and a way to try them again. */
export function SetAside({ count }: { count: number }) {
  const words = useOperatorText();
  const client = useQueryClient();
  const { data } = useQuery(setAsideQuery);
  const retry = useMutation({
    mutationFn: retrySetAside,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: indexQuery.queryKey }),
        client.invalidateQueries({ queryKey: setAsideQuery.queryKey }),
      ]),
  });
  return (
    <>
      <p>{words.setAside(count)}</p>
      <ul className={styles.rejected}>
        {data?.items.slice(0, SHOWN).map((item) => (
          <li key={item.id + item.model}>
            {item.title}
            <br />
            <span className="soft">{item.reason}</span>
          </li>
        ))}
      </ul>
      <Button look="second" busy={retry.isPending} onClick={() => retry.mutate()}>
        {words.retry}
      </Button>
      {retry.error && <ProblemNotice error={retry.error} />}
    </>
  );
}
