import type { Page } from "@playwright/test";
import { expect, expectAccessible, logPledge, piece, post, signIn, test } from "../fixtures";

const LINE = {
  kind: "TROOPS",
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "EXACT", min: 1, max: 1, unit: "BRIGADE" },
};

test.use({ expectedErrors: [/status of 422/] });

/** How much is pledged for a requirement, as one figure. */
async function promisedFor(page: Page, reference: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/requirements/${reference}`);
  const { coverage } = (await answer.json()) as { coverage: { indicative: { low: string } } };
  return coverage.indicative.low;
}

test("two desks log the same brigade: one says so, the other confirms it, and it is counted once", async ({
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

  const manager = await meet("manager", "/requirements");
  await post(manager, "/requirements", {
    ...{ reference: "BRIGADE-1", title: "A brigade", capability: "TROOPS", priority: 3, domain: "LAND" },
    ...{ location: "IN_UKRAINE", quantity: { ...LINE.quantity, min: 2, max: 2 }, criticality: 2 },
    neededBy: { day: 30 },
  });
  for (const pledge of [own, theirs]) {
    const answer = await page.request.get(`/api/v1/pledges/${pledge}`);
    const { contributions } = (await answer.json()) as { contributions: { id: string }[] };
    const offer = { pledge, contribution: contributions[0]?.id };
    await post(manager, "/requirements/BRIGADE-1/offers", offer);
  }
  expect(await promisedFor(manager, "BRIGADE-1")).toBe("2");

  await page.goto(`/pledges/${own}/edit`);
  const group = page.getByRole("group", { name: /^The same unit or sum as/ }).first();
  await page.getByText("Money, notice, dates, caveats").first().click();
  const other = group.getByRole("textbox", { name: "Reference of the other pledge" });
  await other.press("x");
  await other.press("Backspace");
  await expect(other).toBeFocused();
  await expect(other).toBeVisible();
  await other.fill(theirs);
  // A reference alone is not lost: the form asks for its line.
  await page.getByRole("button", { name: "Save" }).first().click();
  const chooseLine = "Find its lines and choose one, or clear the reference";
  await page.getByRole("alert").getByRole("link", { name: chooseLine }).click();
  await expect(other).toBeFocused();
  // Also where the section was closed by hand.
  await page.getByText("Money, notice, dates, caveats").first().click();
  await expect(other).toBeHidden();
  await page.getByRole("alert").getByRole("link", { name: chooseLine }).click();
  await expect(other).toBeFocused();
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
  expect(await promisedFor(manager, "BRIGADE-1")).toBe("1");
  await north.goto(`/pledges/${theirs}`);
  await expect(
    north.getByText(`${own}, line 1 says that it is the same as this · counted once`),
  ).toBeVisible();
  await expectAccessible(north);
});

test("a manager who decides on a proposal sees the line that looks the same, and nothing is merged", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const quantity = { ...LINE.quantity, unit: "PERSON", min: 731, max: 731 };
  const line = { ...LINE, quantity };
  const given = { participant: "LU", priority: 4 };
  const first = await logPledge(page, { ...given, title: "A company of engineers", contributions: [line] });
  const more = { title: "Engineers, once more", evidence: [piece("SIGNED_DOCUMENT")], contributions: [line] };
  const second = await logPledge(page, { ...given, ...more });
  const step = { to: "COMMITTED", reason: "Signed." };
  const { id } = await post<{ id: string }>(page, `/pledges/${second}/stage`, step, { "If-Match": '"1"' });

  const manager = await meet("manager", `/review/${id}`);
  const hint = manager.getByRole("region", { name: "Lines that are or may be the same unit or sum" });
  await expect(hint).toContainText("Line 1: Troops, 731 people");
  await expect(hint).toContainText(`Looks like ${first}, line 1`);
  await expectAccessible(manager);
  await expect(hint.getByRole("link", { name: `${first}, line 1` })).toHaveAttribute(
    "href",
    `/pledges/${first}#contributions`,
  );
});
