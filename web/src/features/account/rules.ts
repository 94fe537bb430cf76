// Only what spares a round trip; the server has the last word.
export const PASSWORD_MIN = 8;
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
