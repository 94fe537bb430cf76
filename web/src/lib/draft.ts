import { useCallback, useEffect, useState } from "react";

const PREFIX = "dangol.draft.";

function read<T extends object>(key: string, initial: T): T {
  try {
    const kept = sessionStorage.getItem(PREFIX + key);
    return kept ? { ...initial, ...(JSON.parse(kept) as Partial<T>) } : initial;
  } catch {
    return initial;
  }
}

/**
 * Form state that outlives a reload, a lost connection or an expired session: a form never loses what was
 * typed. Cleared once the server has it. Never used for passwords.
 */
export function useDraft<T extends object>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => read(key, initial));
  const [touched, setTouched] = useState(false);

  useEffect(() => {
    if (touched) keepDraft(key, value);
  }, [key, value, touched]);

  const change = useCallback((patch: Partial<T>) => {
    setTouched(true);
    setValue((before) => ({ ...before, ...patch }));
  }, []);

  const clear = useCallback(() => {
    setTouched(false);
    forgetDraft(key);
  }, [key]);

  return [value, change, clear] as const;
}

/** Fills a form that is opened next. */
export function keepDraft(key: string, value: object): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or closed storage must not stop anybody.
  }
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing kept, nothing to forget.
  }
}

export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith("dangol.")) sessionStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}
