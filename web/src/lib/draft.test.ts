import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { forgetAllDrafts, keepDraft, useDraft } from "./draft";

const empty = { name: "", address: "" };
const open = () => renderHook(() => useDraft("store.new", empty));

describe("a draft", () => {
  it("outlives the page", () => {
    const first = open();
    act(() => first.result.current[1]({ name: "골목 화로" }));
    first.unmount();
    expect(open().result.current[0]).toEqual({ name: "골목 화로", address: "" });
  });

  it("is gone once it was sent", () => {
    const first = open();
    act(() => first.result.current[1]({ name: "골목 화로" }));
    act(() => first.result.current[2]());
    first.unmount();
    expect(open().result.current[0]).toEqual(empty);
  });

  it("takes new fields of a later version and ignores what it cannot read", () => {
    keepDraft("store.new", { name: "골목 화로" });
    expect(open().result.current[0]).toEqual({ name: "골목 화로", address: "" });
    sessionStorage.setItem("dangol.draft.store.new", "{");
    expect(open().result.current[0]).toEqual(empty);
  });

  it("leaves nothing behind for the next person at this phone", () => {
    keepDraft("a", { secret: 1 });
    sessionStorage.setItem("of.others", "kept");
    forgetAllDrafts();
    expect(Object.keys(sessionStorage)).toEqual(["of.others"]);
  });
});
