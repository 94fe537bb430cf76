import { useEffect, useSyncExternalStore } from "react";
import styles from "./toast.module.css";

let message = "";
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: string) {
  message = next;
  for (const listener of listeners) listener();
}

/** Says in one line what was done; read aloud, gone after a while, needs no answer. */
export function say(text: string): void {
  clearTimeout(timer);
  set(text);
  timer = setTimeout(() => set(""), 5000);
}

const AFTER = "dangol.say";

/** Leaves this page for another one, with everything in memory forgotten, and says this there. */
export function leaveFor(path: string, text = ""): void {
  try {
    sessionStorage.setItem(AFTER, text);
  } catch {
    // Then nothing is said.
  }
  location.replace(path);
}

function sayWhatWasLeft(): void {
  try {
    const text = sessionStorage.getItem(AFTER);
    sessionStorage.removeItem(AFTER);
    if (text) say(text);
  } catch {
    // As above.
  }
}

export function Toast() {
  useEffect(sayWhatWasLeft, []);

  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => message,
  );
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {text && <p className={styles.toast}>{text}</p>}
    </div>
  );
}
