import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { asProblem } from "@/api/problem";
import { restoreOrder, startWriting, stopWriting, usePlanStream } from "./planStream";

const order = { kind: "new", request: { eventPurpose: "매출증대", storeId: "s1" } } as const;
const trends = { trends: { industry: "a", location: "b", season: "c" }, trendSources: {}, similarCases: 34 };

/** A server whose stream the test feeds by hand. */
function fakeServer() {
  let sink: ReadableStreamDefaultController<Uint8Array> | undefined;
  const seen: { signal?: AbortSignal | null; headers?: Headers; body?: unknown } = {};
  vi.stubGlobal("fetch", (_: string, init: RequestInit = {}) => {
    Object.assign(seen, { signal: init.signal, headers: init.headers, body: init.body });
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        sink = controller;
      },
    });
    init.signal?.addEventListener("abort", () => sink?.error(new DOMException("", "AbortError")));
    return Promise.resolve(new Response(body, { headers: { "Content-Type": "text/event-stream" } }));
  });
  const send = (event: string, data: object) =>
    sink?.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  return { seen, send, end: () => sink?.close() };
}

const state = () => renderHook(() => usePlanStream()).result.current;

describe("the writing of plans", () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: what the server sets in a browser.
    document.cookie = "XSRF-TOKEN=t-1";
  });
  afterEach(() => vi.unstubAllGlobals());

  it("shows each part as it comes and ends with the id", async () => {
    const server = fakeServer();
    void startWriting(order);
    expect(state().status).toBe("looking");
    await waitFor(() => expect(server.seen.body).toBe(JSON.stringify(order.request)));
    expect(server.seen.headers?.get("Accept")).toBe("text/event-stream");
    expect(server.seen.headers?.get("X-XSRF-TOKEN")).toBe("t-1");

    server.send("trends", trends);
    await waitFor(() => expect(state()).toMatchObject({ status: "writing", similarCases: 34 }));
    server.send("plan", { id: "low-offline", title: "둘째" });
    server.send("plan", { id: "low-online", title: "첫째" });
    await waitFor(() => expect(Object.keys(state().plans)).toEqual(["low-offline", "low-online"]));
    server.send("done", { id: "r1", metadata: { degraded: false }, note: null });
    server.end();
    await waitFor(() => expect(state()).toMatchObject({ status: "done", end: { id: "r1" } }));
    expect(restoreOrder()).toBeNull();
  });

  it("keeps what had come, and the order, when the line breaks", async () => {
    const server = fakeServer();
    void startWriting(order);
    await waitFor(() => expect(server.seen.body).toBeDefined());
    server.send("plan", { id: "low-online", title: "첫째" });
    server.end();
    await waitFor(() => expect(state().status).toBe("failed"));
    expect(Object.keys(state().plans)).toEqual(["low-online"]);
    expect(asProblem(state().error)?.code).toBe("unreachable");
    expect(restoreOrder()).toEqual(order);
  });

  it("says what the server says went wrong", async () => {
    const server = fakeServer();
    void startWriting(order);
    await waitFor(() => expect(server.seen.body).toBeDefined());
    server.send("error", { status: 404, code: "store-not-found", title: "가게를 찾을 수 없어요" });
    server.end();
    await waitFor(() => expect(asProblem(state().error)?.title).toBe("가게를 찾을 수 없어요"));
    expect(state().status).toBe("failed");
  });

  it("stops the server when the owner stops", async () => {
    const server = fakeServer();
    void startWriting(order);
    await waitFor(() => expect(server.seen.body).toBeDefined());
    stopWriting();
    expect(server.seen.signal?.aborted).toBe(true);
    await waitFor(() => expect(state().status).toBe("stopped"));
  });
});
