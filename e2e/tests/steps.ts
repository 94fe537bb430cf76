import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type TestInfo } from "@playwright/test";

/** What people do on the pages, in their words. */

export const freshEmail = () => `owner-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.com`;
export const PASSWORD = "correct horse battery";

export async function signUp(page: Page, email = freshEmail()): Promise<string> {
  await page.goto("/signup");
  await page.getByLabel("이름", { exact: true }).fill("김단골");
  await page.getByLabel("이메일").fill(email);
  await page.getByLabel("비밀번호", { exact: true }).fill(PASSWORD);
  await page.getByRole("checkbox", { name: /이용약관/ }).check();
  await page.getByRole("checkbox", { name: /개인정보/ }).check();
  await page.getByRole("button", { name: "가입하기" }).click();
  await expect(page).toHaveURL(/\/stores\/new/);
  return email;
}

export async function enterShop(page: Page, trade = "고깃집", address = "서울 강남구 테헤란로 1") {
  await page.getByLabel("가게 이름").fill("골목 화로");
  await page.getByRole("combobox", { name: "어떤 일을 하나요?" }).fill(trade);
  await page.getByRole("option", { name: trade, exact: true }).click();
  await page.getByLabel("주소").fill(address);
  await expect(page.getByText("서울 강남구", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "다음" }).click();
  await expect(page).toHaveURL(/\/new$/);
}

export async function askForPlans(page: Page, purpose = "신규 고객 유치") {
  await page.getByRole("radio", { name: new RegExp(purpose) }).check({ force: true });
  await page.getByRole("button", { name: "기획안 여섯 개 받기" }).click();
  await expect(page.getByRole("article")).toHaveCount(6);
  await expect(page.getByRole("button", { name: "다시 추천받기" }).first()).toBeVisible();
}

export const titles = (page: Page) => page.getByRole("article").getByRole("heading", { level: 3 }).allTextContents();

/** No violation of WCAG 2.2 A or AA, and nothing to scroll sideways. */
export async function expectAccessible(page: Page) {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(
    found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join(", ")}`),
  ).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, "page scrolls sideways").toBeLessThanOrEqual(0);
}

/** What lies on this device for reading without a connection. */
export const keptOnDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("dangol");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("kept").objectStore("kept").getAll();
          reading.onsuccess = () => resolve(JSON.stringify(reading.result));
        };
      }),
  );

/** Text twice as large, as people set it who see little: all is there, nothing covers anything. */
export async function expectReadableAtTwiceTheSize(page: Page, button: string | RegExp) {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await expectAccessible(page);
  await page.getByRole("button", { name: button }).first().click({ trial: true });
  await page.getByRole("link", { name: "내 정보" }).click({ trial: true });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "";
  });
}

/** Keeps a picture of the page under artifacts/. */
export async function picture(page: Page, info: TestInfo, name: string) {
  await page.screenshot({ path: `../artifacts/screens/${info.project.name}-${name}.png`, fullPage: true });
}
