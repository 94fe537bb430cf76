import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { rebuildIndex } from "./api";
import styles from "./CasesPage.module.css";
import { useOperatorText } from "./text";

export function Rebuild() {
  const words = useOperatorText();
  const rebuild = useMutation({ mutationFn: rebuildIndex });
  return (
    <section className={styles.tool}>
      <h2>{words.index}</h2>
      <p className="soft">{words.indexLine}</p>
      <Button look="second" busy={rebuild.isPending} onClick={() => rebuild.mutate()}>
        {words.rebuild}
      </Button>
      <p role="status">{rebuild.isSuccess && words.rebuilding}</p>
      {rebuild.error && <ProblemNotice error={rebuild.error} />}
    </section>
  );
}
