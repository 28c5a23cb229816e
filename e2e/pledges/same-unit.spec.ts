import { expect, expectAccessible, logPledge, signIn, test } from "../fixtures";

const LINE = {
  kind: "TROOPS",
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "EXACT", min: 1, max: 1, unit: "BRIGADE" },
};

test("two desks name one brigade: one claims it, the other confirms, and it is counted once", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const own = await logPledge(page, {
    participant: "LU",
    priority: 3,
    title: "A brigade with Iceland",
    contributions: [LINE],
  });
  const north = await meet("officer-north");
  const theirs = await logPledge(north, {
    participant: "IS",
    priority: 3,
    title: "Our part of a brigade",
    contributions: [LINE],
  });

  await page.goto(`/pledges/${own}/edit`);
  const group = page.getByRole("group", { name: /^The same unit or sum as/ }).first();
  await page.getByText("More").first().click();
  await group.getByRole("textbox", { name: "Reference of its pledge" }).fill(theirs);
  await group.getByRole("button", { name: "Find its lines" }).click();
  await group.getByRole("combobox", { name: "Its line" }).selectOption({ index: 1 });
  await expect(group.getByText(theirs)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page).toHaveURL(new RegExp(`/pledges/${own}(\\?|#|$)`));
  await expect(page.getByText(`Said to be the same as ${theirs}, line 1, not confirmed yet`)).toBeVisible();

  await north.goto("/mine");
  const waiting = north.getByRole("region", { name: "Pledges that name your participants" });
  await waiting.getByRole("link", { name: own }).click();
  await expectAccessible(north);
  await north.getByRole("button", { name: "Confirm that line 1 is the same" }).click();
  await expect(north.getByText(`The same unit as ${theirs}, line 1 · counted once`)).toBeVisible();
  await north.goto(`/pledges/${theirs}`);
  await expect(
    north.getByText(`${own}, line 1 says that it is the same as this · counted once`),
  ).toBeVisible();
  await expectAccessible(north);
});
