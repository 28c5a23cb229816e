// Whose promise it is, and until when: for members, by a state that leaves, under an expired mandate.
import { expect, expectAccessible, signIn, test, openFold } from "../fixtures";
import { approvalByForm, at, openItems, logByForm, region } from "./by-form";

test("the European Union promises for two members: a pledge is in their cells once they confirm, but no position of theirs", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const reference = await logByForm(page, {
    at: "/pledges/new?participant=EU&priority=1",
    title: "A monitoring mission of the Union",
    onBehalfOf: ["LU", "LV"],
    lines: [{ kind: "OBSERVERS", quantity: { kind: "EXACT", min: "150", unit: "PERSON" } }],
  });
  await expect(page.getByText("European Union, on behalf of Luxembourg, Latvia (claimed)")).toBeVisible();
  const north = await meet("officer-north", "/mine");
  await region(north, "Pledges that name your participants").getByRole("link", { name: reference }).click();
  await north.getByRole("button", { name: "Confirm for Latvia" }).click();
  await expect(
    north.getByText("European Union, on behalf of Luxembourg, Latvia", { exact: true }),
  ).toBeVisible();
  await north.goto("/inbox?show=unread");
  await expect(north.getByRole("main")).not.toContainText("A monitoring mission of the Union");

  await north.goto("/coverage?cell=LV-1");
  await expect(north.getByRole("complementary").filter({ hasText: reference })).toBeVisible();
  await expectAccessible(north);
  await north.goto("/participants/LV");
  await expect(region(north, "Ceasefire monitoring")).toContainText(reference);
  // What another participant promises on its behalf is no position of its own: the gap stays.
  await north.goto("/unresolved?code=NO_PLEDGE&participant=LV&priority=1");
  await expect(north.getByRole("main")).not.toContainText("No unresolved item in this view");
  await page.goto("/pledges?participant=LV&priority=1");
  await expect(page.getByRole("row", { name: reference })).toHaveCount(0);
  await page.goto("/pledges?named=LV&priority=1");
  await expect(page.getByRole("row", { name: reference })).toContainText("150");
});

test("when a state leaves, nothing more is expected of it, and its open pledge needs a decision until it returns", async ({
  page,
  meet,
}) => {
  const south = await meet("officer-south");
  const reference = await logByForm(south, {
    at: "/pledges/new?participant=AU&priority=1",
    title: "Two patrol aircraft",
    lines: [{ kind: "AIR", domain: "AIR", quantity: { kind: "EXACT", min: "2", unit: "AIRCRAFT" } }],
  });
  await signIn(page, "admin", "/participants/AU/edit");
  await at(page, "leftOn").fill("2026-02-20");
  await at(page, "reason").fill("Its new government said so.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL("/participants/AU");

  await south.goto(`/pledges/${reference}`);
  await expect(openItems(south)).toContainText(["Participant has left"]);
  await expect(region(south, "Unresolved")).toContainText(
    "left the coalition on 20 February 2026: Its new government said so.",
  );
  await expectAccessible(south);
  await south.goto("/unresolved?code=NO_PLEDGE&participant=AU");
  await expect(south.getByRole("main")).toContainText("No unresolved item in this view");
  await south.goto("/participants/AU?asOf=2026-02-10T12:00Z");
  await expect(south.getByRole("main")).not.toContainText("20 February 2026");

  await page.goto("/participants/AU/edit");
  await at(page, "leftOn").fill("");
  await at(page, "reason").fill("It takes part again.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL("/participants/AU");
  await south.goto(`/pledges/${reference}`);
  await expect(openItems(south).filter({ hasText: "Participant has left" })).toHaveCount(0);
});

test("a mandate holds on its last day and is over the next, without anyone doing anything", async ({
  page,
}) => {
  await signIn(page, "officer-south");
  const log = (title: string) =>
    logByForm(page, { at: "/pledges/new?participant=ME&priority=1", title, lines: [{}] });
  const [holding, over] = [await log("Under a mandate"), await log("After a mandate")];
  // It is the 25th of February in this register.
  await approvalByForm(page, holding, { body: "Skupština", until: "2026-02-25", decided: "2026-01-10" });
  await approvalByForm(page, over, { body: "Vlada", until: "2026-02-24", decided: "2026-01-10" });
  await expect(region(page, "Approvals")).toContainText(/Lapsed/);
  await expect(region(page, "Unresolved")).toContainText(/Mandate ended: Vlada .*24 February 2026/);
  await expect(openItems(page)).toContainText(["Approval refused"]);
  await openFold(region(page, "Unresolved"), "Resolve");
  await expect(
    region(page, "Unresolved").getByRole("listitem").filter({ hasText: "Approval refused" }),
  ).toContainText("open since today");
  await expectAccessible(page);
  await page.goto(`/pledges/${holding}`);
  await expect(region(page, "Approvals")).toContainText(/Approved/);
  await expect(openItems(page)).toContainText(["Mandate ends soon"]);
  await expect(openItems(page).filter({ hasText: "Approval refused" })).toHaveCount(0);

  await page.goto("/unresolved?code=APPROVAL_REFUSED&participant=ME&priority=1&open=APPROVAL_REFUSED");
  await expect(page.getByRole("row", { name: over })).toBeVisible();
  await expect(page.getByRole("row", { name: holding })).toHaveCount(0);
  await page.goto("/participants/ME");
  const approvals = region(page, "Approvals");
  await expect(approvals.getByRole("row", { name: /Vlada/ })).toContainText("Lapsed");
  await expect(approvals.getByRole("row", { name: /Skupština/ })).toContainText("Approved");
});
