import { useNavigate, useSearchParams } from "react-router";
import { useBeginSession } from "@/api/queries";
import type { Account } from "@/api/types";

/** After signing in: where one wanted to go, else where the work begins. */
export function useEnter() {
  const begin = useBeginSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (account: Account) => {
    begin(account);
    const next = search.get("next");
    const home = account.role === "OPERATOR" ? "/ops" : "/new";
    // Only a path of our own: "//elsewhere" would leave the site.
    navigate(next?.startsWith("/") && !/^\/[/\\]/.test(next) ? next : home, { replace: true });
  };
}
