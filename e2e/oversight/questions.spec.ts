import {
  errorsOn,
  expect,
  expectAccessible,
  logPledge,
  nameOn,
  piece,
  post,
  scriptThere,
  signIn,
  tabTo,
  test,
} from "../fixtures";

test("an officer asks about an unresolved item and answers with evidence by keyboard alone, and it is gone", async ({
  page,
}) => {
  const keys = page.keyboard;
  const go = (id: string) => tabTo(page, page.locator(`[id="${id}"]`));
  await signIn(page, "officer", "/pledges");
  const reference = await logPledge(page, {
    participant: "LU",
    priority: 4,
    title: "Satellite links",
    stage: "SIGNALLED",
    evidence: [piece("MEDIA_REPORT")],
    authorisedBy: "Minister of Defence",
  });
  await page.goto(`/pledges/${reference}`);
  const open = page.getByRole("region", { name: "Unresolved" });
  const resolve = open.locator("summary");
  await tabTo(page, resolve);
  await keys.press("Enter");
  await expect(open.locator("h3", { hasText: "No official source" })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: `Ask about ${reference}: No official source` }));
  await keys.press("Enter");
  await expect(page).toHaveURL(`/questions/new?about=${reference}&code=NO_OFFICIAL_SOURCE`);
  await expect(page.locator("#text")).toHaveValue(
    new RegExp(
      `^We have on record the pledge ${reference} of Luxembourg, “Satellite links”, stated on 20 February 2026, authorised by: Minister of Defence\\.`,
    ),
  );

  await go("text");
  await scriptThere(page);
  await keys.press("Control+Enter");
  await expect(errorsOn(page)).toContainText("Enter the office you are asking");
  await go("askedOf");
  await keys.type("Ministry of Defence, policy");
  await go("text");
  await keys.press("Control+End");
  await keys.type(" Thank you.");
  await go("dueOn");
  await keys.type("01012100");
  await scriptThere(page);
  await keys.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: /Q-\d{4,} is on record/ })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Question about ${reference}`);
  const question = await nameOn(page);

  const mail = (await page.getByRole("link", { name: "Write an email" }).getAttribute("href")) ?? "";
  const written = new URLSearchParams(mail.replace(/^mailto:\?/, "").replaceAll("+", "%2B"));
  expect(written.get("subject")).toBe(`${reference}: question ${question}`);
  expect(written.get("body")).toMatch(
    new RegExp(
      `record your answer\\. Thank you\\.\\r\\n\\r\\n.* by 1 January 2100\\.\\r\\n\\r\\nOur reference: ${question}, ${reference}$`,
    ),
  );

  // Someone who reads French sends the same letter.
  const url = new URL(page.url()).origin;
  await page.context().addCookies([{ name: "language", value: "fr", url }]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("blockquote")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("blockquote")).toContainText(`Our reference: ${question}, ${reference}`);
  await page.context().addCookies([{ name: "language", value: "en", url }]);

  await page.goto(`/pledges/${reference}`);
  await tabTo(page, resolve);
  await keys.press("Enter");
  await expect(open.getByRole("listitem").filter({ hasText: "No official source" })).toContainText(
    `${question} asked today, due 1 Jan 2100`,
  );
  await tabTo(page, open.getByRole("link", { name: question }));
  await keys.press("Enter");
  await scriptThere(page);
  await go("text");
  await keys.type("Confirmed by letter.");
  await tabTo(page, page.getByRole("link", { name: "Add evidence first" }));
  await keys.press("Enter");
  await expect(page).toHaveURL(`/pledges/${reference}/evidence?for=${question}`);
  await go("source.publisher");
  await keys.type("Government of Luxembourg");
  await go("source.ownership");
  await keys.type("Official");
  await go("kind");
  await keys.type("Note verbale");
  await go("reliability");
  await keys.type("A");
  await go("credibility");
  await keys.type("1");
  await scriptThere(page);
  await keys.press("Control+Enter");

  await expect(page).toHaveURL(new RegExp(`/questions/${question}\\?evidence=[0-9a-f-]{36}#answer$`));
  await expect(page.locator("#text")).toHaveValue("Confirmed by letter.");
  await expect(page.locator("#evidence option:checked")).toHaveText("Note verbale, Government of Luxembourg");
  await go("answeredOn");
  await scriptThere(page);
  await keys.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "The answer is on record." })).toBeVisible();
  await expect(page.getByRole("main").getByText("Answered", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("complementary", { name: "What it is about" })).toContainText(
    "No official source, now resolved",
  );
  await expectAccessible(page);

  await page.goto(`/pledges/${reference}`);
  await expect(open.locator("h3", { hasText: "No official source" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Questions" })).toContainText("No question is open.");
});

test.describe("one question", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("is shown next to its item, can't be changed by another desk, and is not asked twice", async ({
    page,
    meet,
  }) => {
    await signIn(page, "manager", "/pledges");
    const given = { participant: "LU", priority: 2, title: "Field kitchens" };
    const reference = await logPledge(page, given);
    const first = `/questions/new?about=${reference}&code=NO_WINDOW`;
    await page.goto(first);
    await page.getByLabel("Asked of").fill("Ministry of Defence");

    // Meanwhile the desk asks the same.
    const officer = await meet("officer", first);
    await officer.getByLabel("Asked of").fill("Ministry of Defence, logistics");
    await officer.getByRole("button", { name: "Record the question" }).click();
    const name = await nameOn(officer);
    await page.getByRole("button", { name: "Record the question" }).click();
    await expect(errorsOn(page)).toContainText(`Question ${name} already asks this`);
    await page.getByRole("link", { name: `See ${name}` }).click();
    await expect(page.getByRole("complementary", { name: "What it is about" })).toContainText(
      "Ministry of Defence, logistics",
    );
    await page.goto(first);
    await expect(page.getByRole("main")).toContainText(`This has already been asked: ${name}`);

    await page.goto("/unresolved?participant=LU&priority=2&open=NO_WINDOW");
    await expect(page.getByRole("row", { name: reference })).toContainText(`${name} asked today`);
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: /^Decisions/ })
      .click();
    await page.getByRole("link", { name: /^Questions( \d+)?$/ }).click();
    await page.getByLabel("Participant", { exact: true }).selectOption("Luxembourg");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("row").filter({ hasText: name })).toContainText("no due date");

    const north = await meet("officer-north", `/pledges/${reference}`);
    await expect(north.getByRole("link", { name: /^Ask/ })).toHaveCount(0);
    await north.getByRole("region", { name: "Questions" }).getByRole("link", { name }).click();
    await expect(north.getByRole("main")).toContainText(
      "The desk of the participant, or a manager, records the answer.",
    );
    await expect(north.getByRole("button", { name: /Record|Withdraw/ })).toHaveCount(0);
    await north.goto(first);
    await expect(north.getByRole("main")).toContainText("This participant belongs to another desk");

    // Two people at once: the second one reads what the first has written, and loses nothing.
    await officer.getByLabel("Why it is withdrawn").fill("Said in parliament.");
    await page.goto(`/questions/${name}`);
    await page.getByLabel("What they answered").fill("From June on.");
    await page.getByRole("button", { name: "Record the answer" }).click();
    await expect(page.getByRole("main").getByText("Answered", { exact: true }).first()).toBeVisible();
    await officer.getByRole("button", { name: "Withdraw the question" }).click();
    await expect(errorsOn(officer)).toContainText("Manager has added to this question in the meantime.");
    await officer.getByRole("button", { name: "Load the page again" }).click();
    await expect(officer.getByRole("main")).toContainText("From June on.");
    await officer.getByLabel("Why it is open again").fill("June of which year?");
    await officer.getByRole("button", { name: "Open it again" }).click();
    await expect(officer.getByRole("main").getByText("Open", { exact: true }).first()).toBeVisible();
    await expect(officer.getByRole("listitem").filter({ hasText: "of the log" })).toHaveCount(3);

    const admin = await meet("admin", `/questions/${name}`);
    await expect(admin.getByRole("main")).toContainText("Your role cannot open the record.");
  });
});

test("a missing position is asked about, and the answer names the pledge that was logged", async ({
  page,
}) => {
  await signIn(page, "manager", "/unresolved?code=NO_PLEDGE&participant=ME&open=NO_PLEDGE");
  const ask = page.getByRole("link", { name: /^Ask about ME-\d: No pledge recorded$/ }).first();
  const cell = /ME-\d/.exec((await ask.getAttribute("aria-label")) ?? "")?.[0] ?? "";
  await ask.click();
  await expect(page.locator("#text")).toHaveValue(
    /^We have no position of Montenegro on record for the priority/,
  );
  await page.getByLabel("Asked of").fill("Ministry of Foreign Affairs");
  await page.getByRole("button", { name: "Record the question" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Question about ${cell}`);
  await expect(page.getByRole("link", { name: "Log the pledge first" })).toHaveAttribute(
    "href",
    `/pledges/new?participant=ME&priority=${cell.slice(3)}`,
  );
  const reference = await logPledge(page, {
    participant: "ME",
    priority: Number(cell.slice(3)),
    title: "Port calls",
  });
  await page.reload();
  await page.getByLabel("What they answered").fill("Announced today.");
  await page.getByLabel("Pledge that was logged").selectOption({ label: `${reference} Port calls` });
  await page.getByRole("button", { name: "Record the answer" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Logged as" })).toContainText(reference);
  await page.goto("/questions/new");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(errorsOn(page)).toBeFocused();
  await expect(errorsOn(page)).toContainText(
    "Enter the reference of a pledge, or a participant and priority",
  );
  await page.getByLabel("Reference of the pledge").fill("nothing");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(errorsOn(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await errorsOn(page)
    .getByRole("link", { name: "The register has no pledge or position called “nothing”." })
    .click();
  await expect(page.getByLabel("Reference of the pledge")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel("Reference of the pledge").fill(reference.toLowerCase());
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(`/questions/new?about=${reference}`);
  await expect(page.locator("#text")).toHaveValue(/\n\nIs this still correct\?/);
  await post(page, `/pledges/${reference}/void`, { reason: "Logged twice." }, { "If-Match": '"1"' });
  await page.reload();
  await expect(page.getByRole("main")).toContainText(
    `${reference} is void: there is nothing to ask about it.`,
  );
});
