import { call, send } from "@/api/client";
import type { Account, Items, NewToken, Token } from "@/api/types";

export const options = () => call<{ demo: boolean }>("/api/auth/options");

export const signIn = (body: { email: string; password: string }) =>
  call<Account>("/api/auth/login", { method: "POST", body });

export const signUp = (body: { email: string; password: string; name: string }) =>
  call<Account>("/api/auth/signup", { method: "POST", body: { ...body, consents: ["terms", "privacy"] } });

export const enterDemo = (role: Account["role"]) =>
  call<Account>("/api/auth/demo", { method: "POST", body: { role } });

export const signOut = () => call<void>("/api/auth/logout", { method: "POST" });

export const askForReset = (email: string) =>
  call<void>("/api/auth/password-reset", { method: "POST", body: { email } });

export const confirmReset = (body: { token: string; password: string }) =>
  call<void>("/api/auth/password-reset/confirm", { method: "POST", body });

export const changePassword = (body: { currentPassword: string; newPassword: string }) =>
  call<void>("/api/me/password", { method: "PUT", body });

export const deleteAccount = (password: string) =>
  call<void>("/api/me", { method: "DELETE", body: { password } });

export const tokens = async () => (await call<Items<Token>>("/api/me/tokens")).items;

export const createToken = (name: string) =>
  call<NewToken>("/api/me/tokens", { method: "POST", body: { name } });

export const deleteToken = (id: string) => call<void>(`/api/me/tokens/${id}`, { method: "DELETE" });

export async function exportData(): Promise<Blob> {
  return (await send("/api/me/export")).blob();
}
