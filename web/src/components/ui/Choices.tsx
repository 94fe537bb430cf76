import { useId } from "react";
import styles from "./Choices.module.css";

export type Choice<V extends string> = { value: V; label: string; line?: string };
type Props<V extends string> = {
  label: string;
  hideLabel?: boolean;
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  look?: "chips" | "tiles" | "rows";
  error?: string;
};

/** One of several: real radio buttons, so that arrow keys and screen readers know them. */
export function Choices<V extends string>(props: Props<V>) {
  const { label, hideLabel, choices, value, onChange, look = "chips", error } = props;
  const name = useId();
  return (
    <fieldset
      className={styles.group}
      aria-describedby={error ? `${name}-error` : undefined}
      data-invalid={error ? "" : undefined}
    >
      <legend className={hideLabel ? "visually-hidden" : styles.legend}>{label}</legend>
      <div className={styles[look]}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.face}>
              <span className={styles.label}>{choice.label}</span>
              {choice.line && <span className={styles.line}>{choice.line}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
