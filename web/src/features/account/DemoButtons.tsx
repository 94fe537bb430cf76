import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { useText } from "@/i18n";
import styles from "./account.module.css";
import { enterDemo, options } from "./api";
import { useEnter } from "./useEnter";

/** One tap into a shop that is filled in already; only where this Dangol offers it. */
export function DemoButtons({ withOperator = false }: { withOperator?: boolean }) {
  const t = useText();
  const enter = useEnter();
  const { data } = useQuery({
    queryKey: ["auth-options"],
    queryFn: options,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const demo = useMutation({ mutationFn: enterDemo, onSuccess: enter });
  if (data?.demo === false) return null;
  return (
    <div className={styles.demo}>
      <Button look="second" wide busy={demo.isPending} onClick={() => demo.mutate("OWNER")}>
        {t.start.demo}
      </Button>
      <p className="soft">{t.start.demoLine}</p>
      {withOperator && (
        <Button look="plain" onClick={() => demo.mutate("OPERATOR")}>
          {t.start.demoOperator}
        </Button>
      )}
      {demo.error && <ProblemNotice error={demo.error} />}
    </div>
  );
}
