import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Loading } from "@/components/ui/Loading";
import { refusals } from "./api";
import styles from "./CollectionPage.module.css";
import { useCollectionText } from "./text";

/** What a run did not take, by reason, and one by one for who wants to look. */
export function Refusals({ run }: { run: string }) {
  const words = useCollectionText();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.refusals}
      </Button>
      {open && <List run={run} />}
    </div>
  );
}

function List({ run }: { run: string }) {
  const words = useCollectionText();
  const found = useInfiniteQuery({
    queryKey: ["collection", "refusals", run],
    queryFn: ({ pageParam }) => refusals(run, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  if (!found.data) return <Loading rows={2} height={48} />;
  const reasons = found.data.pages[0]?.reasons ?? [];
  const items = found.data.pages.flatMap((page) => page.items);
  if (reasons.length === 0) return <p className={styles.soft}>{words.noRefusals}</p>;
  return (
    <div className={styles.refusals}>
      <ul className={styles.reasons}>
        {reasons.map((each) => (
          <li key={`${each.step} ${each.source} ${each.reason}`}>
            <span>{each.reason}</span>
            <span className="figures">{words.amount(each.amount)}</span>
          </li>
        ))}
      </ul>
      <ol className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <span>{item.reason}</span> <span className={styles.soft}>{item.subject}</span>
          </li>
        ))}
      </ol>
      {found.hasNextPage && (
        <Button look="second" busy={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}
