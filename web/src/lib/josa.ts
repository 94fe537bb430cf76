/** Whether a Korean word ends in a consonant, and which: 0 none, 8 ㄹ. Other letters count as a vowel's end. */
function finalConsonant(word: string): number {
  const code = word.charCodeAt(word.length - 1) - 0xac00;
  return code >= 0 && code <= 11171 ? code % 28 : 0;
}

/** 음식점으로, 서비스로, 서울로. */
export const withEuro = (word: string): string => {
  const final = finalConsonant(word);
  return `${word}${final === 0 || final === 8 ? "로" : "으로"}`;
};
