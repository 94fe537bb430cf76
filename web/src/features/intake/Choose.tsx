import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { ProblemNotice } from "@/components/ui/ProblemNotice";
import { runsQuery, sourcesQuery, start } from "./api";
import styles from "./CollectionPage.module.css";
import { useCollectionText } from "./text";

/** Single steps and sources, to be repeated alone. */
export function Choose() {
  const words = useCollectionText();
  const client = useQueryClient();
  const sources = useQuery(sourcesQuery);
  const [steps, setSteps] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const starting = useMutation({
    mutationFn: () => start(steps, chosen),
    onSettled: () => client.invalidateQueries({ queryKey: runsQuery.queryKey }),
  });
  return (
    <Disclosure summary={words.choose}>
      <p className={styles.soft}>{words.chooseLine}</p>
      <Boxes legend={words.chooseSteps} names={words.steps} chosen={steps} onChange={setSteps} />
      <Boxes
        legend={words.chooseSources}
        names={Object.fromEntries(sources.data?.items.map((each) => [each.source, each.name]) ?? [])}
        chosen={chosen}
        onChange={setChosen}
      />
      <Button look="second" busy={starting.isPending} onClick={() => starting.mutate()}>
        {words.startChosen}
      </Button>
      {starting.error && <ProblemNotice error={starting.error} />}
    </Disclosure>
  );
}

type BoxesProps = {
  legend: string;
  names: Record<string, string>;
  chosen: string[];
  onChange: (chosen: string[]) => void;
};

function Boxes({ legend, names, chosen, onChange }: BoxesProps) {
  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]);
  return (
    <fieldset className={styles.boxes}>
      <legend>{legend}</legend>
      {Object.entries(names).map(([key, name]) => (
        <label key={key}>
          <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
