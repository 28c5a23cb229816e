import { expect, signIn, test } from "../fixtures";

test("each entry of the contents leads to its section", async ({ page }) => {
  await signIn(page, "auditor", "/definitions");
  const links = page.getByRole("navigation", { name: "On this page" }).getByRole("link");
  expect(await links.count()).toBeGreaterThan(10);
  for (const link of await links.all()) {
    const name = await link.innerText();
    await expect(page.locator(String(await link.getAttribute("href")))).toHaveText(name);
  }
});

test("the steps, and who may take them, are as in the rules", async ({ page }) => {
  await signIn(page, "admin", "/definitions");
  const steps = page.getByRole("region", { name: "Steps between stages" });
  await expect(steps.getByRole("row", { name: /^Up to Pledged/ })).toContainText("Desk officer, Manager");
  const binding = steps.getByRole("row", { name: /^Up to a binding stage/ });
  await expect(binding).toContainText("Committed");
  await expect(binding).toContainText("Proposed by: Desk officer, Manager. Another manager decides");

  const rights = page.getByRole("region", { name: "Who may do what" });
  const keeping = rights.getByRole("row", { name: /^Log and edit pledges/ });
  await expect(keeping.getByRole("cell")).toHaveText(["Own desk", "All", "No", "No"]);
  const deciding = rights.getByRole("row", { name: /^Decide on other people’s proposals/ });
  await expect(deciding.getByRole("cell")).toHaveText(["No", "All", "No", "No"]);
});

test("what two reports reach together is named next to the kinds that reach less alone", async ({ page }) => {
  await signIn(page, "officer", "/definitions");
  const evidence = page.getByRole("region", { name: "Evidence", exact: true });
  await expect(evidence.getByRole("row", { name: /Media report/ })).toContainText(
    "Two from different publishers: Pledged",
  );
  await expect(evidence.getByRole("row", { name: /Note verbale/ })).not.toContainText("Two from");
});

test("the reasons are explained", async ({ page }) => {
  await signIn(page, "officer", "/definitions#unresolved");
  const reasons = page.getByRole("region", { name: "Unresolved", exact: true });
  for (const code of ["NO_PLEDGE", "APPROVAL_PENDING", "DISPUTED", "STALE"])
    await expect(reasons.getByRole("rowheader", { name: new RegExp(code) })).toBeVisible();
});
