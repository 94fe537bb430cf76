import { Navigate, Outlet, useLocation } from "react-router";
import { useMe } from "@/api/queries";
import { Loading } from "@/components/ui/Loading";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { NotFound } from "./NotFound";

export function ForOwners() {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.isPending) return <Waiting />;
  if (me.isError && !me.data) return <Failed error={me.error} onRetry={() => me.refetch()} />;
  if (!me.data) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  return <Outlet />;
}

export function ForOperators() {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.isPending) return <Waiting />;
  if (me.isError && !me.data) return <Failed error={me.error} onRetry={() => me.refetch()} />;
  if (!me.data) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  return me.data.role === "OPERATOR" ? <Outlet /> : <NotFound />;
}

const Waiting = () => (
  <div style={{ maxWidth: 600, margin: "0 auto", padding: "72px 20px" }}>
    <Loading />
  </div>
);

const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => (
  <div style={{ maxWidth: 600, margin: "0 auto", padding: "40px 20px" }}>
    <ProblemNotice error={error} onRetry={onRetry} />
  </div>
);
