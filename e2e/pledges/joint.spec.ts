import { expect, expectAccessible, logPledge, signIn, test } from "../fixtures";

test("a joint promise is logged once, claimed, confirmed by the other desk, and is then a position of both", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "LU", priority: 5, title: "A shared cyber team" });
  await page.goto(`/pledges/${reference}/edit`);
  const joint = page.getByRole("group", { name: /^Jointly with/ });
  await joint.getByRole("combobox", { name: "Add a participant" }).selectOption("IS");
  await expect(joint.getByText("Iceland")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/pledges/${reference}`));
  await expect(page.getByText("Luxembourg, jointly with Iceland (claimed)")).toBeVisible();

  const north = await meet("officer-north");
  await north.goto("/participants/IS");
  const theirs = north.getByRole("main");
  await expect(theirs).toContainText("A shared cyber team");
  await north.goto("/mine");
  const waiting = north.getByRole("region", { name: "Pledges that name your participants" });
  await waiting.getByRole("link", { name: reference }).click();
  await expectAccessible(north);
  await north.getByRole("button", { name: "Confirm for Iceland" }).click();
  await expect(north.getByText("Luxembourg, jointly with Iceland", { exact: true })).toBeVisible();
  await expect(north.getByRole("button", { name: "Confirm for Iceland" })).toHaveCount(0);

  await north.goto("/unresolved?code=NO_PLEDGE&participant=IS&priority=5");
  await expect(north.getByRole("main")).toContainText("No unresolved item in this view");
  await north.goto("/coverage?cell=IS-5");
  await expect(north.getByRole("main")).toContainText(reference);
});
