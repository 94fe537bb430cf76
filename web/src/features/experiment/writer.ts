import type { ExperimentWriter } from "@/api/types";
import { useExperimentText } from "./text";

/** Who writes, in words: a prompt and its model, or the planner. */
export function useWriterWords() {
  const words = useExperimentText();
  return (writer: ExperimentWriter) =>
    writer.kind === "planner" || writer.promptVersion === null
      ? words.planner
      : `${words.prompt(writer.promptVersion)} · ${writer.model ?? words.configuredModel}`;
}
