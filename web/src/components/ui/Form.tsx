import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useText } from "@/i18n";
import styles from "./Form.module.css";
import { Notice } from "./Notice";
import { ProblemNotice } from "./ProblemNotice";

type Props = {
  label: string;
  error: unknown;
  /** Names of the fields that show their own message from the server. */
  fields: readonly string[];
  onSubmit: () => void;
  children: ReactNode;
};

/**
 * A form that says what is wrong where it is wrong: what belongs to a field stands there and that field
 * gets the focus, the rest stands above the button.
 */
export function Form({ label, error, fields, onSubmit, children }: Props) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const problem = asProblem(error);
  const belongsToFields =
    problem?.errors.length && problem.errors.every((each) => fields.includes(each.field));

  useEffect(() => {
    if (error) focusFirstInvalid(form.current);
  }, [error]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
    // What the form itself finds is on the page after this tick.
    setTimeout(() => focusFirstInvalid(form.current));
  }

  return (
    <form ref={form} className={styles.form} aria-label={label} onSubmit={submit} noValidate>
      {children}
      {error != null && belongsToFields ? <Notice tone="problem">{t.problem.checkFields}</Notice> : null}
      {error != null && !belongsToFields ? <ProblemNotice error={error} /> : null}
    </form>
  );
}

/** Of a group of choices the first stands for all. */
export function focusFirstInvalid(form: HTMLElement | null) {
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus();
}

export const messageFor = (error: unknown, field: string): string | undefined =>
  (asProblem(error) as Problem | null)?.of(field);
