import { useRouteError } from "react-router";
import { Button } from "@/components/ui/Button";
import { Empty } from "@/components/ui/Empty";
import { useText } from "@/i18n";

/** A page that could not be fetched (a newer version was put up) or that stopped while drawing. */
export function RouteProblem() {
  const t = useText();
  const error = useRouteError();
  const stale = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <main style={{ maxWidth: 600, margin: "0 auto" }}>
      <Empty
        title={stale ? t.problem.newVersion : t.problem.crashed}
        line={stale ? t.problem.newVersionDetail : t.problem.crashedDetail}
        action={<Button onClick={() => location.reload()}>{t.problem.reload}</Button>}
      />
    </main>
  );
}
