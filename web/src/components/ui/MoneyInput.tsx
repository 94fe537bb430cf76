import { TextInput } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useLanguage } from "@/i18n";
import { parseWon, spokenWon } from "@/lib/money";

type Props = {
  label: string;
  description?: ReactNode;
  value: string;
  onChange: (text: string) => void;
  error?: string;
  placeholder?: string;
};

/** An amount on the number pad: grouped while typing, said in words below; "30만" is understood too. */
export function MoneyInput({ label, description, value, onChange, error, placeholder }: Props) {
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const digitsBehind = useRef<number | null>(null);
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
      label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={16}
      placeholder={placeholder}
      value={value}
      description={won !== null && won >= 10_000 ? spokenWon(won, language) : description}
      inputWrapperOrder={["label", "input", "description", "error"]}
      onChange={(event) => {
        const { value: text, selectionStart } = event.currentTarget;
        digitsBehind.current = text.slice(selectionStart ?? text.length).replace(/\D/g, "").length;
        onChange(grouped(text));
      }}
      error={error}
    />
  );
}

export function grouped(text: string): string {
  const digits = text.replace(/[,\s원]/g, "");
  return /^\d+$/.test(digits) ? Number(digits).toLocaleString("ko-KR") : text;
}
