import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { NewExperiment } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { Choices } from "@/components/ui/Choices";
import { Form, messageFor } from "@/components/ui/Form";
import { addExperiment, promptsQuery } from "./api";
import styles from "./Experiment.module.css";
import { useExperimentText } from "./text";

const PLANNER = "planner";
const MEASURES = ["choice-rate", "regenerate-rate", "forecast-error", "outcome"] as const;
const WINDOWS = [7, 14, 28];

type Side = { writer: string; model: string };

const armOf = ({ writer, model }: Side): NewExperiment["arms"][number] =>
  writer === PLANNER
    ? { kind: "planner" }
    : { kind: "model", promptVersion: writer, model: model.trim() || undefined };

/** Two ways to compare and what to judge by; what it could find is told on the next page. */
export function NewExperimentForm({ onClose }: { onClose: () => void }) {
  const words = useExperimentText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: prompts } = useQuery(promptsQuery);
  const [name, setName] = useState("");
  const [hypothesis, setHypothesis] = useState("");
  const [measure, setMeasure] = useState<(typeof MEASURES)[number]>("choice-rate");
  const [windowDays, setWindow] = useState(14);
  const [sides, setSides] = useState<Side[]>();
  const serving = prompts?.serving;
  const first: Side = { writer: serving?.promptVersion ?? PLANNER, model: serving?.model ?? "" };
  const rival = prompts?.items.find((each) => each.status === "draft")?.version;
  const both = sides ?? [first, { writer: rival ?? PLANNER, model: "" }];
  const make = useMutation({
    mutationFn: () => addExperiment({ name, hypothesis, measure, windowDays, arms: both.map(armOf) }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ["experiments"] });
      navigate(`/ops/experiments/${made.id}`);
    },
  });
  const writers = [
    ...(prompts?.items ?? [])
      .filter((each) => each.status !== "retired")
      .map((each) => ({
        value: each.version,
        label: `${words.prompt(each.version)}${each.note ? ` · ${each.note}` : ""}`,
      })),
    { value: PLANNER, label: words.planner },
  ];
  const change = (index: number, patch: Partial<Side>) =>
    setSides(both.map((side, at) => (at === index ? { ...side, ...patch } : side)));
  return (
    <section className={styles.card} aria-label={words.fresh}>
      <Form
        label={words.fresh}
        error={make.error}
        fields={["name", "arms", "arms[0]", "arms[1]"]}
        onSubmit={() => make.mutate()}
      >
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          maxLength={80}
          required
          error={messageFor(make.error, "name")}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words.hypothesis}
          value={hypothesis}
          maxLength={300}
          onChange={(event) => setHypothesis(event.currentTarget.value)}
        />
        <Choices
          label={words.measure}
          choices={MEASURES.map((value) => ({ value, label: words.measures[value] ?? value }))}
          value={measure}
          onChange={setMeasure}
        />
        <Choices
          label={words.windowDays}
          choices={WINDOWS.map((days) => ({ value: String(days), label: words.days(days) }))}
          value={String(windowDays)}
          onChange={(value) => setWindow(Number(value))}
        />
        <div className={styles.arms}>
          {both.map((side, index) => (
            <div key={index === 0 ? "control" : "challenger"} className={styles.list}>
              <NativeSelect
                label={index === 0 ? `A · ${words.control}` : `B · ${words.challenger}`}
                data={writers}
                value={side.writer}
                error={messageFor(make.error, `arms[${index}]`) ?? messageFor(make.error, "arms")}
                onChange={(event) => change(index, { writer: event.currentTarget.value })}
              />
              {side.writer !== PLANNER && (
                <TextInput
                  label={`${words.model} (${index === 0 ? "A" : "B"})`}
                  description={words.modelLine}
                  value={side.model}
                  onChange={(event) => change(index, { model: event.currentTarget.value })}
                />
              )}
            </div>
          ))}
        </div>
        <div className={styles.buttons}>
          <Button type="submit" busy={make.isPending}>
            {words.make}
          </Button>
          <Button look="plain" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </section>
  );
}
