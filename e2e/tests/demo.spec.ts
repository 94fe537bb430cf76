import { expect, type Locator, type Page, test } from "@playwright/test";
import { askForPlans, expectAccessible, expectReadableAtTwiceTheSize, picture } from "./steps";

/** Moves on with the Tab key until the element has the focus. */
async function tabTo(page: Page, element: Locator) {
  const hasFocus = () => element.evaluate((node) => node === document.activeElement);
  for (let i = 0; i < 30 && !(await hasFocus()); i++) await page.keyboard.press("Tab");
  await expect(element).toBeFocused();
}

test("one tap enters the demo shop, and the keyboard alone reaches the plans", async ({ page }, info) => {
  await page.goto("/");
  await page.getByRole("button", { name: "체험하기" }).first().click();
  await expect(page).toHaveURL(/\/new$/);
  const radio = page.getByRole("radio", { name: /인지도 향상/ });
  await expect(radio).toBeAttached();
  await tabTo(page, page.getByRole("radio").first());
  for (let i = 0; i < 10 && !(await radio.isChecked()); i++) await page.keyboard.press("ArrowDown");
  await expect(radio).toBeChecked();
  await tabTo(page, page.getByRole("button", { name: "기획안 여섯 개 받기" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article")).toHaveCount(6);
  await picture(page, info, "demo-plans");
});

test("the page honours dark colours, little motion and large text", async ({ page }, info) => {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.goto("/");
  await expectAccessible(page);
  await picture(page, info, "dark-start");
  await page.getByRole("button", { name: "체험하기" }).first().click();
  await expect(page).toHaveURL(/\/new$/);
  await expectReadableAtTwiceTheSize(page, "기획안 여섯 개 받기");
  await askForPlans(page, "매출 증대");
  await expectAccessible(page);
  await picture(page, info, "dark-plans");
  await expectReadableAtTwiceTheSize(page, /고르기$/);
});

test("an operator imports cases and finds them again", async ({ page }, info) => {
  await page.goto("/");
  await page.getByRole("button", { name: "운영자로 둘러보기" }).click();
  await expect(page).toHaveURL(/\/ops/);
  await page.getByRole("link", { name: "사례" }).click();
  const rows = [
    "title,prize,participation,business_type,address,date,purpose,type,cost,participants,roi,source",
    "가래떡 나눔의 날,가래떡 한 줄,매장에 오시면 드려요,분식,서울 종로구,2026-11-11,인지도향상,offline,30만원,120,180%,시험 자료",
    "망가진 줄,,,,,,,,,,,",
  ];
  await page.locator('input[type="file"]').setInputFiles({
    name: "cases.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(rows.join("\n"), "utf8"),
  });
  const go = page.getByRole("button", { name: /가져오기|올리기/ });
  if (await go.count()) await go.first().click();
  await expect(page.getByText(/1건/).first()).toBeVisible();
  await picture(page, info, "operator-import");
  await page.getByRole("searchbox").or(page.getByLabel(/찾|검색/)).first().fill("가래떡");
  const found = page.locator("tr", { hasText: "가래떡 나눔의 날" });
  await expect(found.locator("mark", { hasText: "떡" }).first()).toBeVisible();
  await expect(found.getByText(/같은 말: .*떡/)).toBeVisible();
  await page.getByLabel("업종", { exact: true }).selectOption("숙박");
  await expect(found).toHaveCount(0);
  await page.getByLabel("업종", { exact: true }).selectOption("음식점");
  await expect(found).toHaveCount(1);
  await expectAccessible(page);
});
