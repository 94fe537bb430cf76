/** What the server says when it refuses (RFC 9457), or what we say when it could not be reached. */
export class Problem extends Error {
  override name = "Problem";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly { field: string; message: string }[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail || title || code);
  }

  static offline(): Problem {
    return new Problem(0, "unreachable", "", "");
  }

  static from(status: number, body: unknown, retryAfter: string | null = null): Problem {
    const fields = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
    const text = (key: string) => (typeof fields[key] === "string" ? (fields[key] as string) : "");
    return new Problem(
      status,
      text("code") || `http-${status}`,
      text("title"),
      text("detail"),
      Array.isArray(fields.errors) ? (fields.errors as { field: string; message: string }[]) : [],
      retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null,
    );
  }

  /** The message for one field of a form, if the server had one. */
  of(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

export const asProblem = (error: unknown): Problem | null => (error instanceof Problem ? error : null);
