import { NativeSelect, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { CaseItem } from "@/api/types";
import { placeName, useMoneyWords } from "@/components/plan/words";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Empty } from "@/components/ui/Empty";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import { csvOf } from "@/lib/csv";
import { saveFile } from "@/lib/saveFile";
import { useDebounced } from "@/lib/useDebounced";
import { type CaseFilter, cases } from "./api";
import styles from "./CasesPage.module.css";
import { Import } from "./Import";
import { Marked } from "./Marked";
import { Rebuild } from "./Rebuild";
import { useOperatorText } from "./text";
import { Why } from "./Why";

/** Rows on a desk, on a phone cards of half a screen each. */
const pageSize = () => (matchMedia("(max-width: 767px)").matches ? 10 : 50);

const CITIES = "서울 경기 인천 부산 대구 대전 울산 세종 전남광주 강원 충북 충남 전북 경북 경남 제주".split(
  " ",
);

/** The case book as the operator works with it: search, filters, download, import, index. */
export default function CasesPage() {
  const t = useText();
  const words = useOperatorText();
  const [filter, set] = useFilter();
  const settled = useDebounced(filter, 200);
  const found = useInfiniteQuery({
    queryKey: ["cases", settled],
    queryFn: ({ pageParam, signal }) => cases(settled, pageParam, pageSize(), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={words.title} width="wide">
      <div className={styles.tools}>
        <Import />
        <Rebuild />
      </div>
      <search className={styles.filters}>
        <TextInput
          label={words.search}
          type="search"
          placeholder={words.searchPlaceholder}
          value={filter.query}
          onChange={(event) => set({ query: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.industry}
          value={filter.industry}
          data={[
            { value: "", label: words.all },
            ...Object.entries(t.industries).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => set({ industry: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.city}
          value={filter.city}
          data={[{ value: "", label: words.all }, ...CITIES]}
          onChange={(event) => set({ city: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.figures}
          value={filter.hasOutcome}
          data={[
            { value: "", label: words.all },
            { value: "true", label: words.withFigures },
            { value: "false", label: words.withoutFigures },
          ]}
          onChange={(event) => set({ hasOutcome: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.grade}
          value={filter.grade}
          data={[
            { value: "", label: words.all },
            ...Object.entries(t.grades).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => set({ grade: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.origin}
          value={filter.origin}
          data={[
            { value: "", label: words.all },
            ...Object.entries(words.origins).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => set({ origin: event.currentTarget.value })}
        />
      </search>
      {found.isPending && <Loading rows={6} height={48} />}
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {found.isSuccess && (
        <>
          <div className={styles.head}>
            <p role="status">
              {words.total(found.data.pages[0]?.total ?? items.length)}
              {settled.query.trim() !== "" && <span className="soft">, {words.mostAlikeFirst}</span>}
            </p>
            <Button look="plain" onClick={() => saveFile(asCsv(items), "cases.csv")}>
              {words.download}
            </Button>
          </div>
          {items.length === 0 ? <Empty title={words.none} /> : <CaseTable items={items} />}
          {found.hasNextPage && (
            <Button look="second" wide busy={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

/** Filters live in the address, so that a search can be kept and shared. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const filter: CaseFilter = {
    query: search.get("query") ?? "",
    industry: search.get("industry") ?? "",
    grade: search.get("grade") ?? "",
    origin: search.get("origin") ?? "",
    city: search.get("city") ?? "",
    hasOutcome: search.get("hasOutcome") ?? "",
  };
  const set = (patch: Partial<CaseFilter>) => {
    const next = Object.entries({ ...filter, ...patch }).filter(([, value]) => value !== "");
    setSearch(Object.fromEntries(next), { replace: true, preventScrollReset: true });
  };
  return [filter, set] as const;
}

function CaseTable({ items }: { items: CaseItem[] }) {
  const t = useText();
  const words = useOperatorText();
  const money = useMoneyWords();
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard, too.
    <section className={styles.scroll} aria-label={words.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.businessType}</th>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.date}</th>
            <th scope="col" className={styles.number}>
              {columns.cost}
            </th>
            <th scope="col" className={styles.number}>
              {columns.participants}
            </th>
            <th scope="col" className={styles.number}>
              {columns.roi}
            </th>
            <th scope="col">{columns.grade}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Disclosure look="inline" summary={<Marked text={item.title} marks={item.likeness?.title} />}>
                  <p>
                    <Marked text={item.prize} marks={item.likeness?.prize} />
                  </p>
                  <p>
                    <Marked text={item.participation} marks={item.likeness?.participation} />
                  </p>
                  <p className="soft">
                    {[
                      item.purpose && t.purposes[item.purpose].label,
                      item.type && t.channels[item.type],
                      item.source,
                    ]
                      .filter(Boolean)
                      .join(", ")}
                  </p>
                </Disclosure>
                {item.likeness && <Why item={item} likeness={item.likeness} />}
              </th>
              <td data-label={columns.businessType}>{item.businessType}</td>
              <td data-label={columns.place}>{placeName(item.location)}</td>
              <td data-label={columns.date} className={`figures ${styles.date}`}>
                {item.date ?? "-"}
              </td>
              <td data-label={columns.cost} className={`figures ${styles.number}`}>
                {item.cost === null ? "-" : money.spoken(item.cost)}
              </td>
              <td data-label={columns.participants} className={`figures ${styles.number}`}>
                {item.participants === null ? "-" : item.participants.toLocaleString("ko-KR")}
              </td>
              <td data-label={columns.roi} className={`figures ${styles.number}`}>
                {item.roi === null ? "-" : `${item.roi}%`}
              </td>
              <td data-label={columns.grade}>
                {item.exclusion ? words.excluded : item.sample ? t.common.sample : t.grades[item.grade]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function asCsv(items: CaseItem[]): Blob {
  return csvOf([
    [
      "title",
      "prize",
      "participation",
      "business_type",
      "address",
      "date",
      "purpose",
      "type",
      "cost",
      "participants",
      "roi",
      "source",
      "grade",
    ],
    ...items.map((item) => [
      item.title,
      item.prize,
      item.participation,
      item.businessType,
      placeName(item.location),
      item.date,
      item.purpose,
      item.type,
      item.cost,
      item.participants,
      item.roi,
      item.source,
      item.grade,
    ]),
  ]);
}
