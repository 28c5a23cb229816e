import { errorsOn, expect, expectAccessible, logPledge, signIn, test } from "../fixtures";

const line = (n: number) => ({
  kind: "TROOPS",
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "EXACT", min: n, max: n, unit: "PERSON", asStated: null },
});

test("a parliament approves part of a pledge until a day: its page says both, and that the mandate ends soon", async ({
  page,
}) => {
  await signIn(page, "manager");
  const given = { windowStart: "2026-03-01", windowEnd: "2026-12-31", contributions: [line(500)] };
  const reference = await logPledge(page, {
    participant: "HR",
    priority: 2,
    title: "A unit of five hundred",
    ...given,
  });
  await page.goto(`/pledges/${reference}/approvals/new`);
  await page.getByLabel("Body", { exact: false }).first().fill("Sabor");
  await page.getByRole("combobox", { name: /^Kind/ }).selectOption({ label: "Parliament vote" });
  await page.getByRole("combobox", { name: /^Status/ }).selectOption({ label: "Approved" });
  await page.getByRole("textbox", { name: /^Valid until/ }).fill("31 March 2026");
  await page.getByRole("button", { name: "Add a limit" }).click();
  await page.getByRole("textbox", { name: /^At most/ }).fill("200");
  await page.getByRole("combobox", { name: /^Unit or currency/ }).selectOption({ label: "people" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/pledges/${reference}`));
  const main = page.getByRole("main");
  await expect(main).toContainText("at most 200 people");
  await expect(main).toContainText("The mandate ends soon: Sabor");
});

test.describe("an approval for a pledge that the participant no longer promises", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is refused at the list of pledges", async ({ page }) => {
    await signIn(page, "manager");
    const given = { priority: 3, title: "Deminers for the Donets" };
    await logPledge(page, { ...given, participant: "HR" });
    const joint = await logPledge(page, { ...given, participant: "SI", jointWith: ["HR"] });
    await page.goto(`/pledges/${joint}/approvals/new?for=HR`);
    await page.getByLabel("Body", { exact: false }).first().fill("Sabor");
    await page.getByRole("combobox", { name: /^Kind/ }).selectOption({ label: "Parliament vote" });
    const changed = await page.request.patch(`/api/v1/pledges/${joint}`, {
      data: { jointWith: [] },
      headers: { "If-Match": '"1"', "Sec-Fetch-Site": "same-origin" },
    });
    expect(changed.status()).toBe(200);
    await page.getByRole("button", { name: "Save" }).first().click();
    const line = errorsOn(page).getByRole("link");
    await expect(line).toHaveText(/^Serves these pledges: /);
    const list = page.getByRole("group", { name: "Serves these pledges" });
    await expect(list).toHaveAccessibleDescription(/another participant/);
    await line.click();
    await expect(list.getByRole("checkbox").first()).toBeFocused();
  });
});
