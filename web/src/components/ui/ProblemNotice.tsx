import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useText } from "@/i18n";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** Words for a failed call: the server's own where it answered, ours where it could not be reached. */
export function useProblemWords() {
  const t = useText();
  return (error: unknown): { title: string; detail: string } => {
    const problem = asProblem(error);
    if (problem?.code === "unreachable")
      return { title: t.problem.unreachable, detail: t.problem.unreachableDetail };
    if (problem?.status === 429) return { title: t.problem.tooMany, detail: problem.detail };
    if (problem && problem.status < 500 && (problem.title || problem.detail)) {
      return { title: problem.title || problem.detail, detail: problem.title ? problem.detail : "" };
    }
    return { title: t.problem.unexpected, detail: t.problem.unexpectedDetail };
  };
}

type Props = { error: unknown; onRetry?: () => void; action?: ReactNode };

export function ProblemNotice({ error, onRetry, action }: Props) {
  const t = useText();
  const words = useProblemWords()(error);
  return (
    <Notice
      tone="problem"
      title={words.title}
      action={
        action ??
        (onRetry && (
          <Button look="second" onClick={onRetry}>
            {t.common.retry}
          </Button>
        ))
      }
    >
      {words.detail}
    </Notice>
  );
}
