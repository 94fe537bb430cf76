import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { HistoryItem } from "@/api/types";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { Icon } from "@/components/ui/Icon";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useLanguage, useText } from "@/i18n";
import { dayOf, spokenDate } from "@/lib/dates";
import { historyPage } from "./api";
import styles from "./HistoryPage.module.css";
import { SLOTS } from "./planStream";

export default function HistoryPage() {
  const t = useText();
  const history = useInfiniteQuery({
    queryKey: ["history"],
    queryFn: ({ pageParam }) => historyPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t.history.title}>
      {history.isPending && <Loading />}
      {history.error && !history.data && (
        <ProblemNotice error={history.error} onRetry={() => history.refetch()} />
      )}
      {history.isSuccess && items.length === 0 && (
        <Empty
          title={t.history.none}
          line={t.plans.noRequestLine}
          action={<ButtonLink to="/new">{t.plans.toPurpose}</ButtonLink>}
        />
      )}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            <Item item={item} />
          </li>
        ))}
      </ul>
      {history.hasNextPage && (
        <Button look="second" wide busy={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          {t.common.more}
        </Button>
      )}
    </Page>
  );
}

function Item({ item }: { item: HistoryItem }) {
  const t = useText();
  const language = useLanguage();
  const chosen = item.chosenOption && item.titles[SLOTS.indexOf(item.chosenOption)];
  return (
    <Link to={`/plans/${item.id}`} className={styles.item}>
      <span className={styles.words}>
        <span className={styles.purpose}>{t.purposes[item.eventPurpose].label}</span>
        <span className="soft">
          {[spokenDate(dayOf(item.createdAt), language), item.storeName].filter(Boolean).join(", ")}
        </span>
        <span>
          {chosen
            ? t.history.chosen(chosen)
            : `${item.titles[0] ?? ""} ${t.history.others(item.titles.length - 1)}`}
        </span>
      </span>
      <Icon name="right" />
    </Link>
  );
}
