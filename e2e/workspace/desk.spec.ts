// Where an officer begins: what is due, what others changed, what is to be confirmed, each done in place.
import { DESKTOP, expect, expectAccessible, logPledge, PHONE, piece, post, signIn, test } from "../fixtures";

test("an officer sees what is late and what a manager changed, and confirms one document's pledges together", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer-north");
  const own = { participant: "IS", priority: 5, owner: "officer-north@register.example" };
  const late = await logPledge(page, {
    ...own,
    title: "Places on a course",
    nextAction: "Ask for the letter",
    nextActionDueOn: "2026-01-15",
  });
  const together: string[] = [];
  const evidence = [
    {
      ...piece("JOINT_DECLARATION"),
      source: { ...piece("JOINT_DECLARATION").source, publisher: "Reykjavík, together" },
    },
  ];
  for (const title of ["Port calls", "Fuel for ships", "A field kitchen"])
    together.push(await logPledge(page, { ...own, title, statedOn: "2025-06-01", evidence }));
  const manager = await meet("manager", "/mine");
  const other = await logPledge(page, { ...own, title: "Charts of the coast" });
  for (const reference of [late, other])
    await post(manager, `/pledges/${reference}/evidence`, piece("OFFICIAL_STATEMENT"));

  await page.goto("/mine");
  await expect(page.getByText(/\d+ next actions? (is|are) late/)).toBeVisible();
  const due = page.getByRole("region", { name: "Due this week" }).getByRole("row").filter({ hasText: late });
  await expect(due).toContainText("days late");
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }

  const changed = page.getByRole("region", { name: "Changed by others since yesterday" });
  await expect(changed.getByRole("row").filter({ hasText: other })).toContainText("Manager added evidence");
  await expect(changed.getByRole("row").filter({ hasText: late })).toHaveCount(0);

  const stale = page.getByRole("region", { name: "Not confirmed recently" });
  const group = page.getByRole("checkbox", { name: `Select ${together.join(", ")}` });
  await expect(stale.getByRole("row").filter({ has: group })).toContainText("Reykjavík, together");
  await group.check();
  await page.getByRole("button", { name: "Still true" }).click();
  await expect(page.getByRole("heading", { name: /^3 confirmed as of today/ })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(group).toHaveCount(0);

  await due.getByRole("link", { name: `Add the answer as evidence on ${late}` }).click();
  await expect(page).toHaveURL(`/pledges/${late}/evidence`);
  for (const reference of [late, other, ...together])
    await post(manager, `/pledges/${reference}/void`, { reason: "Logged for a story" });
});

test("a text pasted on the desk is passed on to the page that finds pledges in it", async ({ page }) => {
  await signIn(page, "officer-south", "/mine");
  const said = page.getByLabel("What was said: a communiqué, a speech, a letter");
  await page.getByRole("button", { name: "Find pledges" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Paste the text first" })).toBeVisible();
  await said.fill("Romania will send 20 sappers after a ceasefire.");
  await said.press("Control+Enter");
  await page.waitForURL("/sources/new");
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(
    "Romania will send 20 sappers after a ceasefire.",
  );
});
