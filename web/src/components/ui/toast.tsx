import { useSyncExternalStore } from "react";
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

export function Toast() {
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
