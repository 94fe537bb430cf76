import { describe, expect, it } from "vitest";
import { ServerEventParser, serverEvents } from "./sse";

const TEXT =
  'event: trends\ndata: {"a":1}\n\n: still here\n\nevent:plan\r\ndata: 첫 줄\r\ndata: 둘째 줄\r\n\r\ndata: end\n\n';
const EVENTS = [
  { event: "trends", data: '{"a":1}' },
  { event: "plan", data: "첫 줄\n둘째 줄" },
  { event: "message", data: "end" },
];

describe("ServerEventParser", () => {
  it("reads whole events", () => expect(new ServerEventParser().push(TEXT)).toEqual(EVENTS));

  it("reads the same whatever the cuts", () => {
    for (let size = 1; size < TEXT.length; size++) {
      const parser = new ServerEventParser();
      const events = [];
      for (let at = 0; at < TEXT.length; at += size) events.push(...parser.push(TEXT.slice(at, at + size)));
      expect(events, `pieces of ${size}`).toEqual(EVENTS);
    }
  });

  it("keeps an unfinished event to itself", () => {
    expect(new ServerEventParser().push("event: done\ndata: {}\n")).toEqual([]);
  });
});

describe("serverEvents", () => {
  it("joins letters that the network cut in two", async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const events = [];
    for await (const event of serverEvents(body)) events.push(event);
    expect(events).toEqual(EVENTS);
  });

  it("stops the sender when the reader has enough", async () => {
    let stopped = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("data: x\n\n")),
      cancel: () => {
        stopped = true;
      },
    });
    for await (const _ of serverEvents(body)) break;
    expect(stopped).toBe(true);
  });
});
