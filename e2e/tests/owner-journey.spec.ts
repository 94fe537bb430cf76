import { expect, test } from "@playwright/test";
import { askForPlans, enterShop, expectAccessible, keptOnDevice, picture, signUp, titles } from "./steps";

test("an owner signs up, gets six plans, chooses, edits, runs and closes an event", async ({ page }, info) => {
  const opened = Date.now();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await picture(page, info, "1-start");

  await signUp(page);
  await expectAccessible(page);
  await enterShop(page);
  await picture(page, info, "2-purpose");
  await expectAccessible(page);

  await askForPlans(page);
  expect(Date.now() - opened, "six plans within two minutes of the page opening").toBeLessThan(120_000);
  await expect(page.getByText(/비슷한 사례 [\d,]+건/).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, info, "3-plans");
  const first = await titles(page);
  expect(new Set(first).size).toBe(6);

  await test.step("other plans bring other titles", async () => {
    await page.getByRole("button", { name: "다시 추천받기" }).first().click();
    await page.getByRole("button", { name: "흔해요" }).click();
    await expect.poll(async () => (await titles(page)).filter((title) => !first.includes(title)).length).toBe(6);
    await expect(page.getByRole("button", { name: "다시 추천받기" }).first()).toBeVisible();
  });

  await test.step("an opened plan follows an edit", async () => {
    await page.getByRole("article").first().getByRole("link", { name: /자세히/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "기획안" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "이렇게 준비해요" }).first()).toBeVisible();
    await picture(page, info, "4-plan");
    await expectAccessible(page);
    const asked = page.waitForResponse((response) => response.url().endsWith("/api/forecasts") && response.ok());
    await page.getByLabel("비용", { exact: true }).fill("400,000");
    await asked;
    await page.getByLabel("이벤트 이름").fill("골목 화로 첫 만남");
    const spending = page.locator("section", { has: page.getByRole("heading", { name: "어디에 쓰나요" }) });
    await spending.getByRole("textbox").first().fill("15만");
    const sum = await spending.getByText(/^[\d,]+원$/).textContent();
    await expect(page.getByLabel("비용", { exact: true })).toHaveValue((sum ?? "").replace("원", ""));
    await expect(page.getByText(/처음엔/)).toBeVisible();
    await page.getByRole("button", { name: "이 기획안으로 할래요" }).click();
  });

  await test.step("the event starts and is closed in a few taps", async () => {
    await expect(page).toHaveURL(/\/events\/[0-9a-f-]+$/);
    await expect(page.getByLabel("이벤트 이름")).toHaveValue("골목 화로 첫 만남");
    await expect(page.locator('input[value="150,000"]')).toBeVisible();
    await page.getByRole("button", { name: "시작하기" }).click();
    await picture(page, info, "5-event");
    await expectAccessible(page);
    await page.getByRole("link", { name: "마감하기" }).click();
    await page.getByLabel("몇 명이 참여했나요?").fill("130");
    await page.getByLabel("이벤트로 얼마를 더 팔았나요?").fill("180만원");
    await picture(page, info, "6-close");
    await expectAccessible(page);
    await page.getByRole("button", { name: "마감하기" }).click();
    await expect(page.getByRole("heading", { name: "수고하셨어요" })).toBeVisible();
    await expect(page.getByText(/130명이 왔어요/)).toBeVisible();
    await picture(page, info, "7-closed");
    await expectAccessible(page);
  });

  await test.step("the past shows what was said and what came", async () => {
    await page.goto("/events");
    await expect(page.getByText(/예상 .*명, 실제 130명/)).toBeAttached();
    await expect(page.getByText("골목 화로 첫 만남")).toBeVisible();
    await picture(page, info, "8-events");
    await expectAccessible(page);
  });
});

test("six plans can be compared, and what was received stays in the history", async ({ page }, info) => {
  await signUp(page);
  await enterShop(page, "카페");
  await askForPlans(page, "재방문 유도");
  const received = await titles(page);
  await page.getByRole("button", { name: "한눈에 비교" }).or(page.getByRole("radio", { name: "한눈에 비교" })).or(page.getByRole("tab", { name: "한눈에 비교" })).click({ force: true });
  for (const title of received) await expect(page.getByText(title).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, info, "compare");
  await page.goto("/plans");
  await expect(page.getByText(received[0] ?? "", { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
});

test("the shop form keeps what was typed and asks back where an address is ambiguous", async ({ page }) => {
  await signUp(page);
  await page.getByLabel("가게 이름").fill("중구 떡방");
  await page.getByLabel("주소").fill("중구");
  await expect(page.getByText("어느 쪽인가요?")).toBeVisible();
  await page.getByRole("radio", { name: "부산 중구" }).check({ force: true });
  await page.reload();
  await expect(page.getByLabel("가게 이름")).toHaveValue("중구 떡방");
  await expect(page.getByRole("radio", { name: "부산 중구" })).toBeChecked();
});

test("offline, what was loaded stays readable over a reload, and goes with the session", async ({ page, context }) => {
  await signUp(page);
  await enterShop(page);
  await askForPlans(page, "매출 증대");
  const received = await titles(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await expect(page.getByText("인터넷이 끊겼어요", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: received[0] ?? "" })).toBeVisible();
  await expect.poll(() => keptOnDevice(page)).toContain(received[0]);
  await page.reload();
  await expect(page.getByText("인터넷이 끊겼어요", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: received[0] ?? "" })).toBeVisible();
  await page.getByRole("article").first().getByRole("link", { name: /자세히/ }).click();
  await expect(page.getByLabel("이벤트 이름")).toHaveValue(received[0] ?? "");

  await context.setOffline(false);
  await page.goto("/account");
  await page.getByRole("button", { name: "로그아웃" }).click();
  await expect(page.getByRole("link", { name: "시작하기" })).toBeVisible();
  expect(await keptOnDevice(page)).not.toContain(received[0]);
});
