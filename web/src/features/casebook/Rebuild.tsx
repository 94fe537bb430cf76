import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { rebuildIndex } from "./api";
import styles from "./CasesPage.module.css";
import { useOperatorText } from "./text";

export function Rebuild() {
  const words = useOperatorText();
  const rebuild = useMutation({ mutationFn: rebuildIndex });
  return (
    <Disclosure summary={words.index}>
      <div className={styles.tool}>
        <p className="soft">{words.indexLine}</p>
        <Button look="second" busy={rebuild.isPending} onClick={() => rebuild.mutate()}>
          {words.rebuild}
        </Button>
        <p role="status">{rebuild.isSuccess && words.rebuilding}</p>
        {rebuild.error && <ProblemNotice error={rebuild.error} />}
      </div>
    </Disclosure>
  );
}
