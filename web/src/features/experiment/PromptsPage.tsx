import { Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Prompt } from "@/api/types";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Form, messageFor } from "@/components/ui/Form";
import { Loading } from "@/components/ui/Loading";
import { Page } from "@/components/ui/Page";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { say } from "@/components/ui/toast";
import { Asked } from "./Asked";
import { addPrompt, changePrompt, promptQuery, promptsQuery } from "./api";
import styles from "./Experiment.module.css";
import { Status } from "./Status";
import { useExperimentText } from "./text";
import { useWriterWords } from "./writer";

/** Versions of the prompt: read, write anew from one, let one serve, retire. */
export default function PromptsPage() {
  const words = useExperimentText();
  const writer = useWriterWords();
  const found = useQuery(promptsQuery);
  return (
    <Page
      title={words.prompts}
      lead={words.promptsLead}
      width="wide"
      aside={
        <ButtonLink look="plain" to="/ops/experiments">
          {words.toExperiments}
        </ButtonLink>
      }
    >
      {found.isPending && <Loading rows={3} height={88} />}
      {found.error && <ProblemNotice error={found.error} onRetry={() => found.refetch()} />}
      {found.data && (
        <p className={styles.serving}>
          {words.serving}: <strong>{writer(found.data.serving)}</strong>
        </p>
      )}
      <ul className={styles.list}>
        {found.data?.items.map((prompt) => (
          <li key={prompt.version}>
            <PromptCard prompt={prompt} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function PromptCard({ prompt }: { prompt: Prompt }) {
  const words = useExperimentText();
  const client = useQueryClient();
  const [editing, setEditing] = useState<"copy" | "edit" | null>(null);
  const move = useMutation({
    mutationFn: (status: "active" | "retired") => changePrompt(prompt.version, { status }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["prompts"] }),
  });
  const isDraft = prompt.status === "draft" && prompt.basedOn !== null;
  return (
    <article className={styles.card} aria-label={words.prompt(prompt.version)}>
      <div className={styles.row}>
        <h2>{words.prompt(prompt.version)}</h2>
        <Status status={prompt.status} />
      </div>
      <p className="soft">
        {prompt.basedOn === null ? words.shipped : words.basedOn(prompt.basedOn)} ·{" "}
        {words.tokens(prompt.tokens)}
        {prompt.note && ` · ${prompt.note}`}
      </p>
      <Disclosure look="inline" summary={words.details}>
        <pre className={styles.text}>{prompt.systemText}</pre>
        <Sample version={prompt.version} />
      </Disclosure>
      <div className={styles.buttons}>
        <Button look="second" onClick={() => setEditing("copy")}>
          {words.copy}
        </Button>
        {isDraft && (
          <Button look="second" onClick={() => setEditing("edit")}>
            {words.edit}
          </Button>
        )}
        {prompt.status !== "active" && (
          <Asked
            label={words.activate}
            question={words.activateAsk(prompt.version)}
            busy={move.isPending}
            onYes={() => move.mutate("active")}
          />
        )}
        {isDraft && (
          <Button look="plain" busy={move.isPending} onClick={() => move.mutate("retired")}>
            {words.retire}
          </Button>
        )}
      </div>
      {move.error && <ProblemNotice error={move.error} />}
      {editing && <Editor prompt={prompt} mode={editing} onClose={() => setEditing(null)} />}
    </article>
  );
}

/** The rest of what the model gets, for a typical shop. */
function Sample({ version }: { version: string }) {
  const words = useExperimentText();
  const { data } = useQuery(promptQuery(version));
  return data?.sample ? (
    <>
      <h3>{words.sample}</h3>
      <pre className={styles.text}>{data.sample}</pre>
    </>
  ) : null;
}

function Editor({ prompt, mode, onClose }: { prompt: Prompt; mode: "copy" | "edit"; onClose: () => void }) {
  const words = useExperimentText();
  const client = useQueryClient();
  const [systemText, setText] = useState(prompt.systemText);
  const [note, setNote] = useState(mode === "edit" ? prompt.note : "");
  const save = useMutation({
    mutationFn: () =>
      mode === "edit"
        ? changePrompt(prompt.version, { systemText, note })
        : addPrompt({ basedOn: prompt.version, systemText, note }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["prompts"] });
      say(words.saved);
      onClose();
    },
  });
  return (
    <Form
      label={words.edit}
      error={save.error}
      fields={["systemText", "note"]}
      onSubmit={() => save.mutate()}
    >
      <TextInput
        label={words.note}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Textarea
        label={words.words}
        value={systemText}
        autosize
        minRows={12}
        maxRows={28}
        maxLength={8000}
        error={messageFor(save.error, "systemText")}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" busy={save.isPending}>
          {words.save}
        </Button>
        <Button look="plain" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </Form>
  );
}
