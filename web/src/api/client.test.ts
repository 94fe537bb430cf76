import { afterEach, describe, expect, it, vi } from "vitest";
import { call, onSignedOut } from "./client";
import type { Problem } from "./problem";

const problem = (status: number, code: string) =>
  Response.json(
    { status, code, title: "제목", errors: [{ field: "name", message: "적어 주세요" }] },
    { status },
  );

function answering(...answers: (Response | Error)[]) {
  const calls: { path: string; headers: Headers }[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    calls.push({ path, headers: new Headers(init.headers) });
    const answer = answers.shift() ?? Response.json({});
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return calls;
}

const failureOf = (promise: Promise<unknown>): Promise<Problem> =>
  promise.then(
    () => {
      throw new Error("should have failed");
    },
    (error) => error,
  );

describe("a call", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    onSignedOut(() => {});
  });

  it("asks in the owner's language and leaves empty parameters out", async () => {
    const calls = answering();
    await call("/api/ops/cases", { query: { query: "고기 굽기", industry: "", cursor: null, limit: 5 } });
    expect(calls[0]?.path).toBe("/api/ops/cases?query=%EA%B3%A0%EA%B8%B0+%EA%B5%BD%EA%B8%B0&limit=5");
    expect(calls[0]?.headers.get("Accept-Language")).toBe("ko");
  });

  it("tells which field was wrong", async () => {
    answering(problem(400, "validation"));
    const failure = await failureOf(call("/api/stores"));
    expect(failure).toMatchObject({ status: 400, code: "validation", title: "제목" });
    expect(failure.of("name")).toBe("적어 주세요");
    expect(failure.of("address")).toBeUndefined();
  });

  it("says when nobody answered", async () => {
    answering(new TypeError("network"));
    expect(await failureOf(call("/api/stores"))).toMatchObject({ status: 0, code: "unreachable" });
  });

  it("tries once more with the fresh token when the first was stale", async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: what the server sets in a browser.
    document.cookie = "XSRF-TOKEN=t-2";
    const calls = answering(problem(403, "csrf"), Response.json({ id: "s1" }));
    expect(await call("/api/stores", { method: "POST", body: {} })).toEqual({ id: "s1" });
    expect(calls.map((each) => each.headers.get("X-XSRF-TOKEN"))).toEqual(["t-2", "t-2"]);
  });

  it("does not insist when something else is forbidden", async () => {
    const calls = answering(problem(403, "forbidden"));
    await failureOf(call("/api/ops/cases/index/rebuild", { method: "POST" }));
    expect(calls).toHaveLength(1);
  });

  it("reports an ended session, but not a wrong password", async () => {
    const ended = vi.fn();
    onSignedOut(ended);
    answering(problem(401, "wrong-credentials"), problem(401, "not-signed-in"));
    await failureOf(call("/api/auth/login", { method: "POST", body: {} }));
    expect(ended).not.toHaveBeenCalled();
    await failureOf(call("/api/events"));
    expect(ended).toHaveBeenCalledOnce();
  });
});
