import { errorsOn, expect, expectAccessible, scriptThere, signIn, test } from "../fixtures";

test("a narrowed list is saved as a view, found by its list and by Ctrl+K, renamed, shared, changed and removed", async ({
  page,
  meet,
}) => {
  const name = `Unowned in France ${String(Date.now())}`;
  await signIn(page, "officer", "/pledges?participant=FR&owner=none&limit=20");
  await page.locator("summary", { hasText: "Views" }).click();
  await page.getByRole("link", { name: "Save this view" }).click();
  await expect(page.getByText("participant: France; owner: none")).toBeVisible();
  await page.getByRole("button", { name: "Save the view" }).click();
  await expect(errorsOn(page)).toContainText("Enter a name");
  await page.getByLabel("Name", { exact: true }).fill(`${name}, at first`);
  await page.getByRole("button", { name: "Save the view" }).click();
  await expect(page).toHaveURL("/pledges?participant=FR&owner=none");
  await expect(page.getByRole("status").filter({ hasText: name })).toBeVisible();

  const other = await meet("officer-north", "/views");
  await expect(other.getByRole("link", { name })).toHaveCount(0);

  await page.goto("/views");
  await page.getByRole("link", { name: `Change ${name}, at first` }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Share it with everyone who may open the list").check();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText(
    "With everyone who may open the list",
  );
  await expect(page.getByRole("link", { name: `${name}, at first` })).toHaveCount(0);

  await other.goto("/pledges");
  await other.locator("summary", { hasText: "Views" }).click();
  await other.getByRole("link", { name: new RegExp(name) }).click();
  await expect(other).toHaveURL("/pledges?participant=FR&owner=none");
  await scriptThere(other);
  await other.keyboard.press("Control+k");
  await other
    .getByRole("combobox", { name: "A page, a record or a task" })
    .pressSequentially("unowned in fr");
  await expect(other.getByRole("option", { name: new RegExp(name) })).toBeVisible();

  // Narrowed further, the list replaces what the view asked for.
  await page.goto("/pledges?participant=FR&owner=none&priority=2");
  await page.locator("summary", { hasText: "Views" }).click();
  await page.getByRole("link", { name: "Save this view" }).click();
  await page.getByLabel("Save it as").selectOption({ label: `In place of “${name}”` });
  await expect(page.getByLabel("Name", { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the view" }).click();
  await expect(page.getByRole("status").filter({ hasText: `“${name}” was replaced` })).toBeVisible();
  await page.locator("summary", { hasText: "Views" }).click();
  await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "true");

  const manager = await meet("manager", "/views");
  await manager.getByRole("link", { name: `Stop sharing ${name}` }).click();
  await manager.getByRole("button", { name: "Stop sharing", exact: true }).click();
  await expect(manager.getByRole("status").filter({ hasText: "no longer shared" })).toBeVisible();

  await page.goto("/views");
  await page.getByRole("link", { name: `Change ${name}` }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("status").filter({ hasText: "is removed" })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
});
