import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { grouped, MoneyInput } from "./MoneyInput";

function Field() {
  const [value, setValue] = useState("");
  return <MoneyInput label="비용" value={value} onChange={setValue} />;
}

const open = () => {
  render(
    <MantineProvider>
      <Field />
    </MantineProvider>,
  );
  return screen.getByLabelText<HTMLInputElement>("비용");
};

describe("MoneyInput", () => {
  it("groups digits and says the amount", async () => {
    const field = open();
    await userEvent.type(field, "1250000");
    expect(field.value).toBe("1,250,000");
    expect(screen.getByText("125만원")).toBeDefined();
  });

  it("leaves words to those who write them", async () => {
    const field = open();
    await userEvent.type(field, "30만원");
    expect(field.value).toBe("30만원");
    expect(screen.getByText("30만원")).toBeDefined();
  });

  it("keeps the caret where somebody corrects a digit", async () => {
    const field = open();
    await userEvent.type(field, "1250000");
    field.setSelectionRange(1, 1);
    await userEvent.keyboard("9");
    expect(field.value).toBe("19,250,000");
    expect(field.selectionStart).toBe(2);
  });
});

it("groups only what is digits", () => {
  expect(grouped("1,2500")).toBe("12,500");
  expect(grouped("")).toBe("");
  expect(grouped("삼십만")).toBe("삼십만");
});
