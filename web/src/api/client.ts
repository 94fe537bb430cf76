import { currentLanguage } from "@/i18n/language";
import { Problem } from "./problem";

type Options = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  form?: FormData;
  query?: Record<string, string | number | boolean | null | undefined>;
  accept?: string;
  signal?: AbortSignal;
  idempotencyKey?: string;
};

let whenSignedOut: () => void = () => {};

/** Called when a call that needs a session finds none; the account feature decides what follows. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

/** Sends one call with session cookie and CSRF token; anything but success becomes a [Problem]. */
export async function send(path: string, options: Options = {}): Promise<Response> {
  const first = await attempt(path, options);
  // A fresh session brings a fresh token; the cookie set by this very refusal is the right one.
  const response =
    first.status === 403 && isUnsafe(options) && csrfToken() ? await retryCsrf(first, path, options) : first;
  if (response.ok) return response;
  const body = await response.json().catch(() => null);
  if (response.status === 401 && !path.startsWith("/api/auth/")) whenSignedOut();
  throw Problem.from(response.status, body, response.headers.get("Retry-After"));
}

async function retryCsrf(first: Response, path: string, options: Options): Promise<Response> {
  const problem = Problem.from(
    403,
    await first
      .clone()
      .json()
      .catch(() => null),
  );
  return problem.code.includes("csrf") ? attempt(path, options) : first;
}

export async function call<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function attempt(path: string, options: Options): Promise<Response> {
  const headers = new Headers({
    Accept: options.accept ?? "application/json",
    "Accept-Language": currentLanguage(),
  });
  if (options.body !== undefined) headers.set("Content-Type", "application/json");
  if (options.idempotencyKey) headers.set("Idempotency-Key", options.idempotencyKey);
  if (isUnsafe(options)) {
    // The first unsafe call of a visit needs a token; any answer brings the cookie.
    if (!csrfToken()) await fetch("/api/auth/options").catch(() => undefined);
    const token = csrfToken();
    if (token) headers.set("X-XSRF-TOKEN", token);
  }
  try {
    return await fetch(path + queryOf(options.query), {
      method: options.method ?? "GET",
      headers,
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      credentials: "same-origin",
      signal: options.signal,
    });
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw Problem.offline();
  }
}

const isUnsafe = (options: Options) => (options.method ?? "GET") !== "GET";

function csrfToken(): string | null {
  const match = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}

function queryOf(query: Options["query"]): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}
