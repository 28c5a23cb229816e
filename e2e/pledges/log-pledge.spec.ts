import type { Page } from "@playwright/test";
import {
  countedOn,
  DESKTOP,
  errorsOn,
  expect,
  expectAccessible,
  logPledge,
  PHONE,
  post,
  scriptThere,
  signIn,
  tabTo,
  test,
} from "../fixtures";

test("an officer logs a pledge by keyboard alone and adds what is missing, and the activity shows it from → to", async ({
  page,
}) => {
  const keys = page.keyboard;
  const go = (id: string) => tabTo(page, page.locator(`[id="${id}"]`));
  await signIn(page, "officer", "/mine");
  await tabTo(page, page.getByRole("link", { name: "Log a pledge" }).first());
  await keys.press("Enter");
  await expect(page).toHaveURL("/pledges/new");
  await scriptThere(page);

  await go("evidence.0.source.publisher");
  await keys.type("Government of Cyprus");
  await go("evidence.0.source.publishedOn");
  await keys.type("02022026");
  await go("evidence.0.source.ownership");
  await keys.type("Official");
  await go("evidence.0.kind");
  await keys.type("Official statement");
  await go("evidence.0.reliability");
  await keys.type("B");
  await go("evidence.0.credibility");
  await keys.type("2");
  await keys.press("F6");
  await expect(page.locator("#participant")).toBeFocused();
  await keys.type("Cyprus");
  await keys.press("Alt+3");
  await expect(page.getByRole("radio", { name: /^3/ })).toBeChecked();
  await go("title");
  await keys.type("Airfields for the multinational force");
  await tabTo(page, page.locator("input[name=stage][value=SIGNALLED]"));
  await keys.press("ArrowRight");
  await expect(page.locator("input[name=stage][value=PLEDGED]")).toBeChecked();
  await go("statedOn");
  await keys.type("02022026");
  await go("authorisedBy");
  await keys.type("President of the Republic");
  await tabTo(page, page.getByRole("button", { name: "The rest is not stated" }));
  await keys.press("Enter");
  await expect(page.locator('[id="contributions.0.domain"]')).toHaveValue("UNSTATED");
  await keys.press("Control+Enter");
  await expect(page).toHaveURL(/\/pledges\/CY-3-\d{3}$/);
  const reference = page.url().slice(-8);
  await expect(page.getByRole("status").filter({ hasText: `Saved as ${reference}.` })).toBeVisible();
  const open = page.getByRole("region", { name: "Unresolved" });
  await expect(open.locator("h3")).toHaveText([
    "Quantity missing",
    "No time window",
    "Authority unclear",
    "No owner or next action",
  ]);

  await page.goto("/coverage?cell=CY-3");
  await expect(page.getByRole("complementary").filter({ hasText: reference })).toBeVisible();
  await expect(page.locator("#CY-3 a")).toHaveAttribute("aria-label", /Pledged, .*4 unresolved/);
  await page.goto("/unresolved?participant=CY&priority=3&open=NO_QUANTITY");
  await expect(countedOn(page)).toHaveText("4");
  await expect(page.getByRole("row", { name: reference })).toBeVisible();

  await page.goto(`/pledges/${reference}`);
  await tabTo(page, page.locator("summary").filter({ hasText: "Resolve" }));
  await keys.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Add quantity" }));
  await keys.press("Enter");
  await expect(page).toHaveURL(`/pledges/${reference}/edit#contributions`);
  await go("contributions.0.kind");
  await keys.type("Basing");
  await go("contributions.0.quantity.kind");
  await keys.type("Exactly");
  await go("contributions.0.quantity.min");
  await keys.type("2");
  await go("contributions.0.quantity.unit");
  await keys.type("Systems");
  await keys.press("Control+Enter");
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(open.locator("h3")).toHaveText([
    "No time window",
    "Authority unclear",
    "No owner or next action",
  ]);
  const steps = page.getByRole("region", { name: "Activity" }).getByRole("listitem");
  await expect(steps).toHaveCount(2);
  await expect(steps.nth(0)).toContainText("changed the pledge");
  await expect(steps.nth(0)).toContainText(/Quantity\s*not stated\s*→\s*2 systems/);
  await expect(steps.nth(1)).toContainText("logged the pledge");
  await expect(steps.nth(1)).toContainText(/Stage\s*none\s*→\s*Pledged/);

  await page.goto("/unresolved?participant=CY&priority=3");
  await expect(countedOn(page)).toHaveText("3");
});

test("the next pledge from the same source keeps source and participant", async ({ page }) => {
  await signIn(page, "officer", "/pledges/new");
  await fillIn(page, { participant: "AT", priority: "2", title: "Winter equipment" });
  await page.locator('[id="evidence.0.source.title"]').fill("Statement after the council");
  await page.locator('[id="evidence.0.quote"]').fill("Austria will send winter equipment.");
  const notice = page.locator('[id="contributions.0.noticeToMoveDays"]');
  await page.getByText("Money, notice, dates, caveats").click();
  await notice.fill("10");
  await page.getByRole("button", { name: "Save and log another from this source" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved as AT-2-" })).toBeVisible();
  await expect(page.locator("#title")).toBeFocused();
  await expect(page.locator("#title")).toHaveValue("");
  await expect(page.locator("#participant")).toHaveValue("AT");
  await expect(page.locator('[id="evidence.0.source.publisher"]')).toHaveValue("A ministry");
  await expect(page.locator('[id="evidence.0.quote"]')).toHaveValue("");
  await expect(notice).toBeHidden();

  await page.locator("#title").fill("Training of mine clearers");
  await page.getByRole("radio", { name: "5" }).check();
  await page.getByRole("radio", { name: /^Signalled/ }).check();
  await page.getByRole("button", { name: "The rest is not stated" }).click();
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Saved as AT-5-" })).toBeVisible();
  await page.getByRole("status").getByRole("link").click();
  await page.getByRole("link", { name: "Statement after the council" }).click();
  await expect(page.getByRole("main")).toContainText("AT-2-");
  await expect(page.getByRole("main")).toContainText("AT-5-");

  await page.goto("/pledges/new?participant=AT&priority=5");
  await expect(page.getByText(/^Austria .*has one pledge on this priority/)).toBeVisible();
});

test("an owner whose desk lacks the participant can be chosen, and the form says what that means", async ({
  page,
}) => {
  await signIn(page, "manager", "/pledges/new?participant=ES");
  const said = page.getByText(/is not on the desk of/);
  const owner = page.locator("#owner");
  await owner.selectOption("officer-north@register.example");
  await expect(said).toHaveText(
    /^Spain \(ES\) is not on the desk of Desk officer, northern desk, who can own/,
  );
  await page.locator("#participant").selectOption("NO");
  await expect(said).toHaveCount(0);
  await owner.selectOption("officer-south@register.example");
  await expect(said).toHaveText(/^Norway/);
  await owner.selectOption("manager@register.example");
  await expect(said).toHaveCount(0);
});

test("no field of a contribution is preset, and an unambiguous reading is offered, not filled in", async ({
  page,
}) => {
  await signIn(page, "officer", "/pledges/new?participant=CY&priority=3");
  const at = (id: string) => page.locator(`[id="${id}"]`);
  for (const field of ["kind", "domain", "location", "quantity.kind"])
    await expect(at(`contributions.0.${field}`)).toHaveValue("");
  await at("evidence.0.quote").fill("Cyprus will take part in air policing and train pilots.");
  await expect(at("contributions.0.kind")).toHaveValue("");
  await expect(at("contributions.0.domain")).toHaveValue("");
  await page.getByRole("button", { name: "Use “Air (domain: Air)”" }).click();
  await expect(at("contributions.0.kind")).toHaveValue("AIR");
  await expect(at("contributions.0.kind")).toBeFocused();
  await expect(at("contributions.0.domain")).toHaveValue("AIR");

  await page.getByRole("button", { name: "Add a contribution" }).click();
  await at("contributions.1.kind").selectOption("MARITIME");
  await expect(at("contributions.1.domain")).toHaveValue("");
  await page.getByText("From the kind:").getByRole("button", { name: "Use “Sea”" }).click();
  await expect(at("contributions.1.domain")).toHaveValue("SEA");
  await expectAccessible(page);
});

test("the activity shows every field that was set when a pledge was logged", async ({ page }) => {
  await signIn(page, "manager");
  const quantity = { kind: "EXACT", min: 2, max: 2, unit: "SHIP", asStated: "two ships" };
  const reference = await logPledge(page, {
    participant: "CY",
    priority: 3,
    title: "Two ships",
    contributions: [
      {
        ...{ kind: "MARITIME", domain: "SEA", location: "BLACK_SEA", quantity },
        money: { amount: "5000000", currency: "EUR" },
        noticeToMoveDays: 10,
        availableFrom: "2026-06-01",
        availableTo: "2026-12-01",
        caveats: [{ category: "DURATION", text: "Six months" }],
      },
      { kind: "TECHNOLOGY", domain: "UNSTATED", location: "UNSTATED", quantity: { kind: "NOT_STATED" } },
    ],
  });
  await page.goto(`/pledges/${reference}`);
  const logged = page.getByRole("region", { name: "Activity" }).getByRole("listitem").last();
  await expect(logged).toContainText(
    /Maritime, domain: Sea, where: Black Sea, quantity: 2 ships, money: EUR 5,000,000.*10 days’ notice.*available from: 1 Jun 2026/,
  );
  await expect(logged).toContainText("Six months");
  await expect(logged).toContainText(
    "Technology, domain: Not stated, where: Not stated, quantity: not stated",
  );
  await post(page, `/pledges/${reference}/void`, { reason: "Logged for a story" });
});

test("what is typed survives leaving the page, and is thrown away when asked", async ({ page }) => {
  await signIn(page, "officer", "/pledges/new");
  await page.locator("#title").fill("Not finished");
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await expect(page).toHaveURL("/coverage");
  await page.goto("/pledges/new");
  await expect(page.getByText("Your unsaved draft is back.")).toBeVisible();
  await expect(page.locator("#title")).toHaveValue("Not finished");
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.locator("#title")).toHaveValue("");
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("");
});

test.describe("a session that ends while someone types", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("loses nothing if they sign in in another tab", async ({ page, context }) => {
    await signIn(page, "officer", "/pledges/new");
    await fillIn(page, { participant: "IE", priority: "2", title: "Mine clearance instructors" });
    await context.clearCookies();
    await page.getByRole("button", { name: "Save pledge" }).click();
    const dialog = page.getByRole("dialog", { name: "Your session has ended" });
    await expect(dialog).toBeVisible();
    await signIn(await context.newPage(), "officer");
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(/\/pledges\/IE-2-\d{3}$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mine clearance instructors");
  });

  test("loses nothing if they sign in on the page itself", async ({ page, context }) => {
    await signIn(page, "officer", "/pledges/new?participant=IE");
    await page.locator("#title").fill("Typed before the session ended");
    await context.clearCookies();
    await page.reload();
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await signIn(page, "officer", "/pledges/new");
    await expect(page.locator("#title")).toHaveValue("Typed before the session ended");
    await expect(page.locator("#participant")).toHaveValue("IE");
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the form says that it can't be sent", async ({ page }) => {
    await signIn(page, "officer", "/pledges/new");
    // The browser of the tests reads no <noscript> where only the context disables scripts.
    const sent = await (await page.request.get("/pledges/new")).text();
    expect(sent).toMatch(/<noscript>[^]*This form needs JavaScript\.[^]*<\/noscript>/);
    await expect(page.getByRole("button", { name: "Save pledge" })).toBeDisabled();
  });
});

test.describe("an error in a pledge", () => {
  test.use({ expectedErrors: [/status of (422|403)/] });

  test("is named at the top and at its field, in the same words", async ({ page }) => {
    await signIn(page, "officer", "/pledges/new");
    await page.getByRole("button", { name: "Save pledge" }).click();
    await expect(errorsOn(page)).toBeFocused();
    await expect(page).toHaveTitle(/^Error: Log a pledge/);
    const links = errorsOn(page).getByRole("link");
    expect(await links.count()).toBeGreaterThan(7);
    await expect(errorsOn(page).locator('a[href="#title"]')).toHaveText("Enter a title");
    await expect(errorsOn(page)).not.toContainText(/[A-Z]{3,}_|can’t be blank/);
    await expectEachAtItsField(page);
    for (const field of ["kind", "domain", "location", "quantity.kind"])
      await expect(errorsOn(page).locator(`a[href="#contributions.0.${field}"]`)).toBeVisible();
    await expectEachMarked(page);
    // In the order of the page, where the source comes first.
    await links.first().click();
    await expect(page.locator('[id="evidence.0.source.publisher"]')).toBeFocused();
    const isInOrder = await links.evaluateAll((all) =>
      all
        .map((link) => document.getElementById(link.getAttribute("href")?.slice(1) ?? "") ?? document.body)
        .every((field, index, fields) => {
          const before = fields[index - 1];
          return !before || (before.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        }),
    );
    expect(isInOrder).toBe(true);
    await page.locator("#title").fill("Two aircraft");
    await expectAccessible(page);

    await page.keyboard.press("Control+Enter");
    await expect(errorsOn(page)).toBeFocused();
    await expect(errorsOn(page).locator('a[href="#title"]')).toHaveCount(0);
  });

  test("is not made of what a copied text brings along unseen", async ({ page }) => {
    await signIn(page, "officer", "/pledges/new");
    const quote = page.locator('[id="evidence.0.quote"]');
    await quote.fill("We stand\u000bready.\f\u2067\u0633\u0644\u0627\u0645\u2069\u0000");
    await expect(quote).toHaveValue("We stand\nready.\n\u0633\u0644\u0627\u0645");
    await page.locator("#title").fill("Two\u000baircraft\ufeff");
    await expect(page.locator("#title")).toHaveValue("Two aircraft");
  });

  test("leads to its field, whichever field it is", async ({ page }) => {
    await signIn(page, "officer", "/pledges/new");
    await fillIn(page, { participant: "LU", priority: "4", title: "x".repeat(121) });
    const at = (id: string) => page.locator(`[id="${id}"]`);
    await at("evidence.0.source.publisher").fill("x".repeat(201));
    await at("evidence.0.source.title").fill("x".repeat(501));
    await at("evidence.0.source.url").fill("ftp://example.org/");
    await at("evidence.0.source.publishedOn").fill("2027-01-01");
    await at("evidence.0.source.language").fill("English");
    await at("evidence.0.quote").fill("x".repeat(4001));
    await at("summary").fill("x".repeat(2001));
    await at("statedOn").fill("2027-01-01");
    await at("authorisedBy").fill("x".repeat(201));
    await at("windowStart").fill("2026-06-02");
    await at("windowEnd").fill("2026-06-01");
    await at("nextAction").fill("x".repeat(301));
    await page.getByText("Money, notice, dates, caveats").click();
    await at("contributions.0.quantity.kind").selectOption("RANGE");
    await at("contributions.0.quantity.min").fill("several");
    await at("contributions.0.quantity.asStated").fill("x".repeat(201));
    await at("contributions.0.money.amount").fill("many");
    await at("contributions.0.noticeToMoveDays").fill("4000");
    await at("contributions.0.availableFrom").fill("2026-06-02");
    await at("contributions.0.availableTo").fill("2026-06-01");
    await page.getByRole("button", { name: "Add a caveat" }).click();
    await page.getByRole("button", { name: "Save pledge" }).click();
    await expect(errorsOn(page)).toBeFocused();
    await expectEachAtItsField(page);
    await expect(errorsOn(page).locator('a[href="#title"]')).toHaveText(
      "Title: At most 120 characters; this has 121",
    );
    const told = await errorsOn(page)
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.slice(1)));
    expect(told).toEqual(
      expect.arrayContaining([
        "title",
        "evidence.0.source.publisher",
        "evidence.0.source.title",
        "evidence.0.source.url",
        "evidence.0.source.language",
        "evidence.0.quote",
        "summary",
        "authorisedBy",
        "nextAction",
        "contributions.0.quantity.min",
        "contributions.0.quantity.asStated",
        "contributions.0.money.amount",
        "contributions.0.money.currency",
        "contributions.0.noticeToMoveDays",
        "contributions.0.caveats.0.category",
        "contributions.0.caveats.0.text",
      ]),
    );
    await at("contributions.0.caveats.0.category").selectOption("GEOGRAPHIC");
    await at("contributions.0.quantity.min").fill("5");
    await at("contributions.0.quantity.max").fill("4");
    for (const [id, text] of [
      ["title", "Two companies"],
      ["evidence.0.source.publisher", "A ministry"],
      ["evidence.0.source.title", ""],
      ["evidence.0.source.url", ""],
      ["evidence.0.source.language", "en"],
      ["evidence.0.quote", ""],
      ["summary", ""],
      ["authorisedBy", ""],
      ["nextAction", ""],
      ["contributions.0.quantity.asStated", ""],
      ["contributions.0.money.amount", ""],
      ["contributions.0.noticeToMoveDays", ""],
      ["contributions.0.caveats.0.text", "Only behind the contact line"],
    ] as const)
      await at(id).fill(text);
    await page.getByRole("button", { name: "Save pledge" }).click();
    await expect(errorsOn(page).locator('a[href="#windowEnd"]')).toBeVisible();
    await expectEachAtItsField(page);
    await at("windowEnd").fill("2026-06-03");
    await at("contributions.0.quantity.max").fill("6");
    await at("contributions.0.availableTo").fill("2026-06-03");
    await at("evidence.0.source.publishedOn").fill("2026-02-20");
    await at("statedOn").fill("2026-02-20");
    await page.getByRole("button", { name: "Save pledge" }).click();
    await expect(page).toHaveURL(/\/pledges\/LU-4-\d{3}$/);
  });

  test("about a stage that its evidence doesn't support leads to the evidence", async ({ page }) => {
    await signIn(page, "officer", "/pledges/new");
    await fillIn(page, { participant: "NL", priority: "1", title: "Said in an interview" });
    await page.locator('[id="evidence.0.kind"]').selectOption("INTERVIEW");
    await page.getByRole("button", { name: "Save pledge" }).click();
    await expectEachAtItsField(page);
    await page.getByRole("radio", { name: /^Declined/ }).check();
    await page.locator('[id="evidence.0.kind"]').selectOption("OFFICIAL_STATEMENT");
    await page.getByRole("button", { name: "Save pledge" }).click();
    await expect(errorsOn(page).locator('a[href="#reason"]')).toBeVisible();
    await expectEachAtItsField(page);
    await page.locator("#reason").fill("Said it would not.");
    await page.getByRole("button", { name: "Save pledge" }).click();
    await expect(page).toHaveURL(/\/pledges\/NL-1-\d{3}$/);
    await expect(page.getByRole("region", { name: "Unresolved" })).toContainText("0 counted");
  });
});

for (const [name, viewport] of [
  ["a desk", DESKTOP],
  ["a phone", PHONE],
] as const) {
  test(`the form is accessible on ${name}, in both themes`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await signIn(page, "officer", "/pledges/new?participant=FR&priority=3");
    await expect(page.getByText(/^France .*has \d+ pledges on this priority/)).toBeVisible();
    await page.getByText("Money, notice, dates, caveats").click();
    await page.getByRole("button", { name: "Add a caveat" }).click();
    await expectAccessible(page);
  });
}

/** Fills in the minimum that a pledge needs. */
async function fillIn(page: Page, given: { participant: string; priority: string; title: string }) {
  const at = (id: string) => page.locator(`[id="${id}"]`);
  await at("evidence.0.source.publisher").fill("A ministry");
  await at("evidence.0.source.ownership").selectOption("OFFICIAL");
  await at("evidence.0.kind").selectOption("OFFICIAL_STATEMENT");
  await at("evidence.0.reliability").selectOption("B");
  await at("evidence.0.credibility").selectOption("2");
  await at("participant").selectOption(given.participant);
  await page.getByRole("radio", { name: given.priority }).check();
  await at("title").fill(given.title);
  await page.getByRole("radio", { name: /^Pledged/ }).check();
  await at("contributions.0.kind").selectOption("EQUIPMENT");
  await at("contributions.0.domain").selectOption("LAND");
  await at("contributions.0.location").selectOption("IN_UKRAINE");
  await at("contributions.0.quantity.kind").selectOption("NOT_STATED");
}

/** Each missing field was marked as required, in its label and for screen readers; the mark is explained. */
async function expectEachMarked(page: Page) {
  await expect(page.getByText("Fields marked * are required.")).toBeVisible();
  for (const link of await errorsOn(page).getByRole("link").all()) {
    const id = (await link.getAttribute("href"))?.slice(1) ?? "";
    const field = page.locator(`[id="${id}"]`);
    const isGroup = (await field.evaluate((element) => element.tagName)) === "FIELDSET";
    const label = isGroup ? field.locator("legend") : page.locator(`label[for="${id}"]`);
    await expect(label, id).toHaveClass(/\brequired-mark\b/);
    if (isGroup) await expect(field.getByRole("radio").first(), id).toHaveAttribute("required");
    else await expect(field, id).toHaveAttribute("aria-required", "true");
  }
}

/** Every line of the summary leads to a field with the same error. */
async function expectEachAtItsField(page: Page) {
  const links = errorsOn(page).getByRole("link");
  await expect(links.first()).toBeVisible();
  await expect(errorsOn(page).getByRole("strong")).toHaveCount(0);
  for (const link of await links.all()) {
    const id = (await link.getAttribute("href"))?.slice(1) ?? "";
    const field = page.locator(`[id="${id}"]`);
    await expect(field, id).toBeVisible();
    await expect(field, id).toHaveAttribute("aria-invalid", "true");
    const error = await page.locator(`[id="${id}-error"]`).innerText();
    await expect(link).toContainText(error.replace(/^Error:\s*/, ""));
  }
}
