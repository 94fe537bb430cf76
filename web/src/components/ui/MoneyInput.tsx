import { TextInput } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useLanguage } from "@/i18n";
import { parseWon, spokenWon } from "@/lib/money";

type Props = {
  label: string;
  /** Bare: in a row of figures, where the label stands beside it already. */
  look?: "field" | "bare";
  description?: ReactNode;
  value: string;
  /** The text, grouped, and what it amounts to. */
  onChange: (text: string, won: number | null) => void;
  error?: string;
  placeholder?: string;
};

/** An amount on the number pad: grouped while typing, said in words below; "30만" is understood too. */
export function MoneyInput({
  label,
  look = "field",
  description,
  value: given,
  onChange,
  error,
  placeholder,
}: Props) {
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const digitsBehind = useRef<number | null>(null);
  // "1.5백만" is no amount until it is all there: until then the field says what was typed.
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? given;
  const won = parseWon(value);

  // Grouping moves the text under the caret: keep as many digits behind it as before.
  useLayoutEffect(() => {
    const field = input.current;
    if (!field || digitsBehind.current === null) return;
    let at = field.value.length;
    for (let left = digitsBehind.current; left > 0 && at > 0; at--) {
      if (/\d/.test(field.value[at - 1] ?? "")) left--;
    }
    // Rather before a comma than behind it: there the next key does what one expects.
    if (field.value[at - 1] === ",") at--;
    field.setSelectionRange(at, at);
    digitsBehind.current = null;
  });

  return (
    <TextInput
      ref={input}
      label={look === "field" ? label : undefined}
      aria-label={look === "field" ? undefined : label}
      size={look === "field" ? undefined : "md"}
      inputMode="numeric"
      autoComplete="off"
      maxLength={16}
      placeholder={placeholder}
      value={value}
      description={
        look === "field"
          ? won !== null && won >= 10_000
            ? spokenWon(won, language)
            : description
          : undefined
      }
      inputWrapperOrder={["label", "input", "description", "error"]}
      onChange={(event) => {
        const { value: text, selectionStart } = event.currentTarget;
        digitsBehind.current = text.slice(selectionStart ?? text.length).replace(/\D/g, "").length;
        const next = grouped(text);
        setTyped(look === "bare" ? next : null);
        onChange(next, parseWon(next));
      }}
      onBlur={() => setTyped(null)}
      error={error}
    />
  );
}

export function grouped(text: string): string {
  const digits = text.replace(/[,\s원]/g, "");
  return /^\d+$/.test(digits) ? Number(digits).toLocaleString("ko-KR") : text;
}
