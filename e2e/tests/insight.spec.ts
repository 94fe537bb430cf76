import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { askForPlans, enterShop, expectAccessible, freshEmail, PASSWORD, picture, signUp } from "./steps";

/** An owner in a trade closes events whose return was far from, or near to, what we had said. */
async function closeEvents(request: APIRequestContext, trade: string, error: number, count: number) {
  const signedUp = await request.post("/api/auth/signup", {
    data: { email: freshEmail(), password: PASSWORD, name: "이점주", consents: ["terms", "privacy"] },
    headers: { Accept: "application/json" },
  });
  expect(signedUp.status()).toBe(201);
  const cookies = await request.storageState();
  const token = cookies.cookies.find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "";
  const headers = { "X-XSRF-TOKEN": token };
  const post = async (path: string, data: unknown) => {
    const answer = await request.post(path, { data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  for (let i = 0; i < count; i++) {
    const answer = await post("/api/recommendations", {
      eventPurpose: "매출증대",
      storeInfo: { businessType: trade, location: { city: "서울", district: "마포구" } },
      wish: `${i + 1}번째`,
    });
    const event = await post(`/api/recommendations/${answer.data.id}/selection`, { option: "low-offline" });
    const plan = answer.data.recommendations.find((each: { id: string }) => each.id === "low-offline");
    await post(`/api/events/${event.id}/performance`, {
      participants: plan.expectedParticipants,
      cost: plan.cost,
      roi: Math.max(10, Math.round(plan.roi / (1 + error))),
    });
  }
}

/** Counts every tap and click on the page from here on. */
async function countTaps(page: Page) {
  await page.evaluate(() => {
    (window as unknown as { taps: number }).taps = 0;
    // Ours come from a person; a label clicks its field by itself.
    addEventListener("pointerdown", () => (window as unknown as { taps: number }).taps++, true);
  });
  return () => page.evaluate(() => (window as unknown as { taps: number }).taps);
}

test("the operator finds the worst industry by accuracy within two clicks", async ({ page, playwright, baseURL }, info) => {
  for (const [trade, error] of [
    ["카페", 0.05],
    ["미용실", 4],
  ] as const) {
    const request = await playwright.request.newContext({ baseURL });
    await closeEvents(request, trade, error, 3);
    await request.dispose();
  }
  await page.goto("/");
  await page.getByRole("button", { name: "운영자로 둘러보기" }).click();
  await expect(page).toHaveURL(/\/ops\/insight/);
  await expect(page.getByRole("button", { name: /고른 비율/ })).toBeVisible();
  await picture(page, info, "operator-overview");
  await expectAccessible(page);

  const taps = await countTaps(page);
  await page.getByRole("link", { name: "정확도" }).click();
  await expect(page.getByText("가장 어긋난 곳은 서비스", { exact: false })).toBeVisible();
  expect(await taps()).toBeLessThanOrEqual(2);
  await expect(page.getByRole("row").nth(1).getByRole("rowheader")).toHaveText("서비스");
  await picture(page, info, "operator-accuracy");
  await expectAccessible(page);

  await page.getByRole("link", { name: "비용" }).click();
  await expect(page.getByText("이달 전체 예상").first()).toBeVisible();
  await picture(page, info, "operator-cost");
  await expectAccessible(page);

  await page.getByRole("link", { name: "한눈에" }).click();
  await page.getByRole("button", { name: /^고른 비율/ }).click();
  await expect(page.getByRole("img", { name: "날짜별 고른 비율" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV 내려받기" }).first().click();
  expect((await download).suggestedFilename()).toMatch(/^overview-.*\.csv$/);
  await picture(page, info, "operator-detail");
  await expectAccessible(page);
});

test("an owner closes an event in at most six taps after opening it", async ({ page }, info) => {
  await signUp(page);
  await enterShop(page);
  await askForPlans(page);
  await page.getByRole("article").first().getByRole("button", { name: "고르기" }).click();
  await expect(page).toHaveURL(/\/events\/[0-9a-f-]+$/);
  await page.getByRole("button", { name: "시작하기" }).click();
  await expect(page.getByRole("link", { name: "마감하기" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: "마감하기" })).toBeVisible();

  const taps = await countTaps(page);
  await page.getByRole("link", { name: "마감하기" }).click();
  await page.getByLabel("몇 명이 참여했나요?").click();
  await page.keyboard.type("85");
  await page.getByLabel("이벤트로 얼마를 더 팔았나요?").click();
  await page.keyboard.type("1200000");
  await page.getByRole("button", { name: "마감하기" }).click();
  await expect(page.getByRole("heading", { name: "수고하셨어요" })).toBeVisible();
  expect(await taps()).toBeGreaterThanOrEqual(4);
  expect(await taps()).toBeLessThanOrEqual(6);

  await page.goto("/events");
  await page.getByRole("link", { name: "성과 보기" }).click();
  await expect(page.getByRole("heading", { name: "우리 가게 성과" })).toBeVisible();
  await expect(page.getByText("85명")).toBeVisible();
  await picture(page, info, "results");
  await expectAccessible(page);
});

test("an owner closes many events with one table", async ({ page }, info) => {
  await signUp(page);
  await enterShop(page, "카페");
  for (const purpose of ["신규 고객 유치", "매출 증대"]) {
    await page.goto("/new");
    await askForPlans(page, purpose);
    await page.getByRole("article").first().getByRole("button", { name: "고르기" }).click();
    await page.getByRole("button", { name: "시작하기" }).click();
    await expect(page.getByRole("link", { name: "마감하기" })).toBeVisible();
  }
  await page.goto("/events");
  await page.getByRole("link", { name: "한꺼번에 마감하기" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "표 내려받기" }).click();
  const path = await (await waiting).path();
  const { readFileSync } = await import("node:fs");
  const [header = "", ...lines] = readFileSync(path, "utf8").replace("\uFEFF", "").trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  const columns = header.split(",");
  const filled = lines.map((line, i) => {
    const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    cells[columns.indexOf("참여 인원")] = i === 0 ? "60" : "많음";
    cells[columns.indexOf("더 판 돈")] = "900000";
    return cells.join(",");
  });
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "채운 표 올리기" }).click();
  await (await choosing).setFiles({
    name: "results.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([header, ...filled].join("\n"), "utf8"),
  });
  await expect(page.getByText("2줄 중 1건을 적었어요")).toBeVisible();
  await expect(page.getByText(/3번째 줄:/)).toBeVisible();
  await picture(page, info, "sheet");
  await expectAccessible(page);
});
