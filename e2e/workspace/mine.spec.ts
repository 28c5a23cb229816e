import {
  deskOffered,
  DESKTOP,
  expect,
  expectAccessible,
  figure,
  logPledge,
  openFold,
  PHONE,
  piece,
  post,
  signIn,
  test,
} from "../fixtures";

test("an officer confirms several pledges in one go", async ({ page }) => {
  await signIn(page, "officer-south", "/mine");
  const references: string[] = [];
  for (const title of ["Sappers", "Field hospital", "Rail cars"]) {
    references.push(
      await logPledge(page, {
        participant: "RO",
        priority: 2,
        title: `${title} to confirm`,
        statedOn: "2025-06-01",
        owner: "officer-south@register.example",
        // Each rests on a document of its own.
        evidence: [
          {
            ...piece("OFFICIAL_STATEMENT"),
            source: { publisher: title, language: "en", ownership: "OFFICIAL" },
          },
        ],
      }),
    );
  }
  await page.reload();
  const stale = page.getByRole("region", { name: "Not confirmed recently" });
  if (await stale.getByText(/^\d+ more$/).isVisible()) await openFold(stale, /^\d+ more$/);
  await expect(page.getByRole("button", { name: "Still true" })).toHaveCount(0);
  for (const reference of references)
    await stale.getByRole("checkbox", { name: `Select ${reference}` }).check();
  await expect(page.getByText("3 pledges selected")).toBeVisible();
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    await expect(page.getByRole("button", { name: "Still true" })).toBeInViewport();
    await expectAccessible(page);
  }
  await page.getByRole("button", { name: "Still true" }).click();

  const answer = page.getByRole("region", { name: "Change several" });
  await expect(
    answer.getByRole("heading", { name: "3 confirmed as of today, 0 already confirmed, 0 to check." }),
  ).toBeFocused();
  await openFold(answer, "Done (3)");
  await expect(answer.getByRole("link", { name: references[0] ?? "" })).toBeVisible();
  await expectAccessible(page);
  await answer.getByRole("button", { name: "Close" }).click();
  for (const reference of references) await expect(stale.getByText(reference)).toHaveCount(0);
  await page.goto(`/pledges/${references[0]}#activity`);
  await expect(
    page.getByRole("paragraph").filter({ hasText: "confirmed that the record is still correct" }),
  ).toBeVisible();
});

test("a desk is handed over with a note and its pledges, and is handed back", async ({ page, meet }) => {
  await signIn(page, "officer", "/mine");
  // No other story logs for this participant, because another officer has its desk for a while.
  const reference = await logPledge(page, {
    participant: "IT",
    priority: 5,
    title: "Training places on the island",
    owner: "officer@register.example",
  });
  await page.getByRole("link", { name: "Hand over the desk" }).click();
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(page.getByRole("link", { name: "Tick at least one participant" })).toBeVisible();
  await expect(page).toHaveTitle(/^Error:/);
  await page.getByLabel(/^Italy/).check();
  const follows = await page.getByText(/^Pledges that will change owner: [1-9]/).innerText();
  await page.getByLabel("To", { exact: true }).selectOption({ label: "Desk officer, northern desk" });
  await page.getByLabel("Note").fill("On leave until May; the minister answers in March.");
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect(
    page.getByText(
      `Handed over to Desk officer, northern desk. Pledges that changed owner: ${figure(follows)}.`,
    ),
  ).toBeVisible();

  const colleague = await meet("officer-north", "/mine");
  await expect(colleague.getByText("the minister answers in March")).toBeVisible();
  await colleague.goto(`/pledges/${reference}`);
  await expect(colleague.getByText("Desk officer, northern desk").first()).toBeVisible();
  await expect(colleague.getByText("On leave until May", { exact: false }).first()).toBeVisible();
  await post(colleague, "/handovers", {
    to: "officer@register.example",
    participants: ["IT"],
    note: "Back again",
  });
  await page.goto(`/pledges/${reference}/edit`);
  await expect(page.getByLabel("Title")).toHaveValue("Training places on the island");
});

test("what was sent back is found, fixed and proposed again, and the activity shows the whole story", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/mine");
  const reference = await logPledge(page, { participant: "LU", priority: 2, title: "Rations for a brigade" });
  const proposal = await post<{ id: string }>(
    page,
    `/pledges/${reference}/stage`,
    { to: "COMMITTED", reason: "The letter is on file.", evidence: [piece("SIGNED_DOCUMENT")] },
    { "If-Match": '"1"' },
  );
  await page.reload();
  const waiting = page.getByRole("region", { name: "Your open proposals" });
  await expect(waiting.getByText(reference)).toBeVisible();

  const manager = await meet("manager");
  await post(manager, `/proposals/${proposal.id}/decision`, {
    decision: "RETURN",
    note: "Which paragraph says so?",
  });
  await page.reload();
  const returned = page.getByRole("region", { name: "Sent back to you" });
  const row = returned.getByRole("row", { name: new RegExp(reference) });
  await expect(row).toContainText("Which paragraph says so?");
  await expectAccessible(page);
  await row.getByRole("link", { name: "Fix and resubmit" }).click();

  await expect(page.getByText("Which paragraph says so?")).toBeVisible();
  await expect(page.getByLabel("Reason")).toHaveValue("The letter is on file.");
  await page.getByLabel("Reason").fill("The letter is on file; paragraph 4 says so.");
  await page.getByRole("button", { name: /^Propose/ }).click();
  await expect(page).toHaveURL(new RegExp(`/pledges/${reference}`));
  const story = page.getByRole("region", { name: "Activity" });
  await expect(story).toContainText("sent the proposal back");
  await expect(story).toContainText("Which paragraph says so?");
  await expect(story).toContainText("paragraph 4 says so");
  await page.goto("/mine");
  await expect(page.getByRole("region", { name: "Your open proposals" }).getByText(reference)).toBeVisible();

  const again = await manager.request.get(`/api/v1/proposals?participant=LU`);
  const { items } = (await again.json()) as { items: { id: string; reference: string }[] };
  const id = items.find((item) => item.reference === reference)?.id ?? "";
  await post(manager, `/proposals/${id}/decision`, { decision: "APPROVE" });
  await manager.goto(`/pledges/${reference}#activity`);
  await expect(manager.getByRole("region", { name: "Activity" })).toContainText("approved the proposal");
});

test("a desk with sealed numbers is offered, the colleague accepts, and a manager decides", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer");
  const id = await deskOffered(page, "ES");
  await page.goto("/mine");
  await page.getByRole("link", { name: "View Spain" }).click();
  await expect(page.getByText("Waiting for the colleague’s answer")).toBeVisible();

  const colleague = await meet("officer-north", "/inbox?kind=TO_DECIDE");
  await expect(colleague.getByText("offered to hand over a desk").first()).toBeVisible();
  await colleague.goto(`/mine/hand-over/${id}`);
  for (const size of [PHONE, DESKTOP]) {
    await colleague.setViewportSize(size);
    await expectAccessible(colleague);
  }
  await colleague.getByRole("radio", { name: /^Accept the desk/ }).check();
  await colleague.getByRole("button", { name: "Accept the desk" }).click();
  await expect(colleague.getByText("Accepted; waiting for a manager’s decision")).toBeVisible();

  const manager = await meet("manager", "/mine");
  await expect(manager.getByRole("region", { name: "Desks offered, not handed over yet" })).toContainText(
    "Spain",
  );
  await expect(manager.getByText("You have no open items")).toHaveCount(0);
  await manager.goto(`/mine/hand-over/${id}`);
  await manager.getByRole("radio", { name: /^Refuse/ }).check();
  await manager.getByRole("button", { name: "Refuse" }).click();
  await expect(manager.getByRole("link", { name: "Say why" })).toBeVisible();
  await manager.getByLabel("Note").fill("Not before the summit.");
  await manager.getByRole("button", { name: "Refuse" }).click();
  await expect(manager.getByText("Refused by a manager")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Not before the summit.")).toBeVisible();
});
