import { expect, expectAccessible, logPledge, signIn, test, openFold } from "../fixtures";

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
  await expect(north.getByText("Confirmed for Iceland.")).toBeInViewport();
  await expect(north.getByRole("main")).toBeFocused();
  await expect(north.getByText("Luxembourg, jointly with Iceland", { exact: true })).toBeVisible();
  await expect(north.getByRole("button", { name: "Confirm for Iceland" })).toHaveCount(0);

  await north.goto("/unresolved?code=NO_PLEDGE&participant=IS&priority=5");
  await expect(north.getByRole("main")).toContainText("No unresolved item in this view");
  await north.goto("/coverage?cell=IS-5");
  await expect(north.getByRole("main")).toContainText(reference);
  await expect(north.getByRole("main")).toContainText("counted under Luxembourg.");
});

test("each party of a joint promise records its own approval, on the page of the pledge", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const joint = { title: "A shared observation post", jointWith: ["IS"] };
  const reference = await logPledge(page, { participant: "LU", priority: 1, ...joint });
  const north = await meet("officer-north", `/pledges/${reference}`);
  const record = north.getByRole("link", { name: "Record an approval of Iceland" });
  await expect(record).toHaveCount(0);
  await north.getByRole("button", { name: "Confirm for Iceland" }).click();
  await expect(north.getByText("Luxembourg, jointly with Iceland", { exact: true })).toBeVisible();

  await record.click();
  await expect(north).toHaveURL(`/pledges/${reference}/approvals/new?for=IS`);
  await north.getByLabel("Body", { exact: false }).first().fill("Alþingi");
  await north.getByRole("combobox", { name: /^Kind/ }).selectOption({ label: "Parliament vote" });
  await north.getByRole("combobox", { name: /^Status/ }).selectOption({ label: "Required" });
  await expectAccessible(north);
  await north.getByRole("button", { name: "Save" }).first().click();
  await expect(north).toHaveURL(new RegExp(`/pledges/${reference}`));
  const approvals = north.getByRole("region", { name: "Approvals" });
  await expect(approvals.getByRole("row", { name: /Alþingi/ })).toContainText("Iceland");

  // The desk of the first participant can read it, but can't change it or record another for Iceland.
  await page.goto(`/pledges/${reference}`);
  await openFold(page.getByRole("region", { name: "Approvals" }), "Alþingi");
  const theirs = page.getByRole("region", { name: "Approvals" }).getByRole("row", { name: /Alþingi/ });
  await expect(theirs).toContainText("Iceland");
  await expect(theirs.getByRole("link", { name: /Change/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Record an approval of Iceland" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Unresolved" })).toContainText("Alþingi");
  const answer = await page.request.get(`/api/v1/approvals?participant=IS&limit=50`);
  const { items } = (await answer.json()) as { items: { body: string; serves: string[] }[] };
  expect(items.find(({ body }) => body === "Alþingi")?.serves).toEqual([reference]);
});
