// A participant's new name is everywhere from its day on, in each language; the past and old entries keep the old one.
import { DESKTOP, errorsOn, expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

test("an administrator renames a participant; people find it by both names, and the past has the old one", async ({
  page,
  meet,
}) => {
  await signIn(page, "admin", "/participants/NZ/edit");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  await page.locator("[id='names.en']").fill("Aotearoa New Zealand");
  await page.locator("[id='names.fr']").fill("");
  await page.locator("[id='names.uk']").fill("");
  await page.locator("#renamedOn").fill("2026-02-20");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(errorsOn(page).getByRole("link")).toHaveAttribute("href", "#reason");
  await page.locator("#reason").fill("Said to the secretariat");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL("/participants/NZ");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Aotearoa New Zealand");
  await expect(page.getByRole("region", { name: "Facts" })).toContainText(/New Zealand, until 20 Feb/);
  await expectAccessible(page);

  const manager = await meet("manager", "/participants/NZ?asOf=2026-02-10T12:00Z");
  await expect(manager.getByRole("heading", { level: 1 })).toContainText(/^(?!.*Aotearoa).*New Zealand/s);
  for (const q of ["New Zealand", "Aotearoa"]) {
    const places = await manager.request.get(`/api/v1/places?q=${encodeURIComponent(q)}`);
    expect(JSON.stringify(await places.json())).toContain("/participants/NZ");
  }
});

test.use({ expectedErrors: [/status of 422/] });
