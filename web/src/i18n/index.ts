import { createContext, useContext } from "react";
import { type Dictionary, ko } from "./ko";

export type { Dictionary } from "./ko";
export { chooseLanguage, currentLanguage, type Language, useLanguage } from "./language";

export const TextContext = createContext<Dictionary>(ko);

/** The words of the chosen language. */
export const useText = (): Dictionary => useContext(TextContext);
