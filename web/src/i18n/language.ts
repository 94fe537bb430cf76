import { useSyncExternalStore } from "react";

export type Language = "ko" | "en";

const KEY = "dangol.language";
const listeners = new Set<() => void>();
let language: Language = initial();

function initial(): Language {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "ko";
  } catch {
    return "ko";
  }
}

export const currentLanguage = (): Language => language;

export function chooseLanguage(next: Language): void {
  language = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Then it holds for this visit.
  }
  for (const listener of listeners) listener();
}

export function subscribeLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribeLanguage, currentLanguage);
