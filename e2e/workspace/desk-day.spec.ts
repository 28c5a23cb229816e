// A desk officer's day, from the sign-in to the sign-out, with a keyboard and nothing else.
import type { Locator, Page } from "@playwright/test";
import { expect, logPledge, piece, post, scriptThere, test } from "../fixtures";

/** For someone who is no typist: 36 words a minute. */
const KEYS_A_SECOND = 3;

const SHEET = [
  "Country\tPriority\tTitle\tStage\tStated on\tQuantity\tUnit\tSource\tEvidence",
  "Portugal\t2\tCold-weather kits for the desk's day\tSignalled\t3 Feb 2026\tc. 70\tsystems\tGovernment of Portugal\tOfficial statement",
  "Greece\t2\tFire engines for the desk's day\tPledged\t4 Feb 2026\t12\tvehicles\tGovernment of Greece\tOfficial statement",
].join("\n");

const COMMUNIQUE = [
  "Athens, 20 February 2026. Two governments said what they would do once a ceasefire is in force.",
  "Portugal will send 2 ships for mine clearing in the Black Sea.",
  "Greece will train 300 people and sets aside €5 million for it.",
].join("\n\n");

const LETTER = {
  name: "Letter of the minister.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(
    "%PDF-1.7\n1 0 obj\n<< /Title (Letter) >>\nendobj\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
  ),
};

test("a desk's day by keyboard: inbox, a sheet, a communiqué, a letter, a proposal, a question", async ({
  page,
  meet,
}) => {
  test.setTimeout(180_000);
  const manager = await meet("manager", "/profile");
  const mine = await logPledge(manager, {
    participant: "LU",
    priority: 5,
    title: "Exchange of liaison officers",
    owner: "officer@register.example",
    evidence: [piece("OFFICIAL_STATEMENT")],
  });
  const keys = keyboardOf(page);
  // Listens from the start: with a listener added at the key press, the browser may be too late.
  page.on("filechooser", (chooser) => void chooser.setFiles(LETTER));

  // The morning: signing in, and what has happened.
  await page.goto("/sign-in");
  await keys.to(page.getByLabel("Work email"));
  await keys.type("officer@register.example");
  await keys.to(page.locator("#password"));
  await keys.type(process.env["DEMO_PASSWORD"] ?? "");
  await keys.press("Enter");
  await page.waitForURL("/mine");
  await scriptThere(page);
  await keys.press("g", "i");
  await page.waitForURL("/inbox");
  await keys.to(page.getByRole("listitem").filter({ hasText: mine }).getByRole("link").first());
  await keys.press("Enter");
  await page.waitForURL(/\/inbox\/\d+/);
  await expect(page.getByRole("main")).toContainText("Exchange of liaison officers");

  // A sheet that a colleague sent.
  await goTo(page, keys, "import", "Import");
  await keys.to(page.getByLabel("Or cells pasted from a spreadsheet"));
  await keys.paste(SHEET);
  await keys.to(page.getByRole("button", { name: "Read the file" }));
  await keys.press("Enter");
  await expect(page.getByRole("heading", { name: "Columns of the file" })).toBeVisible();
  await keys.to(page.getByRole("button", { name: "Check the rows" }));
  await keys.press("Enter");
  await expect(page.getByText("2 new pledges will be recorded")).toBeVisible();
  await keys.to(page.getByRole("button", { name: /^Import 2/ }));
  await keys.press("Enter");
  await expect(page.getByText(/2 pledges were logged on/)).toBeVisible();
  const brought = (await page.getByRole("link", { name: /^Logged as / }).allTextContents()).map((told) =>
    told.slice("Logged as ".length),
  );
  expect(brought).toHaveLength(2);

  // What was said in Athens.
  await goTo(page, keys, "log from a", "Log from a text");
  await keys.to(page.getByLabel("Publisher", { exact: true }));
  await keys.type("Greek Government");
  await keys.to(page.getByLabel("Title of the document"));
  await keys.type("Athens communiqué");
  await keys.to(page.getByLabel("Ownership of the publisher"));
  await keys.type("Off");
  await keys.to(page.getByLabel("Text", { exact: true }));
  await keys.paste(COMMUNIQUE);
  await keys.press("Control+Shift+Enter");
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}\/log$/);
  const source = new URL(page.url()).pathname.replace(/\/log$/, "");
  await logPassage(page, keys, { down: 2, cell: "PT-2", title: "Mine clearing ships", first: true });
  await logPassage(page, keys, { down: 3, cell: "GR-2", title: "Training of recruits", first: false });

  // The letter that makes one of them binding, and the stage that it supports.
  const [ships = ""] = await restingOn(page, source, "PT");
  const training = await restingOn(page, source, "GR");
  expect(training).toHaveLength(1);
  await goTo(page, keys, ships, ships);
  await keys.to(page.getByRole("link", { name: "Add evidence" }).first());
  await keys.press("Enter");
  await page.waitForURL(`/pledges/${ships}/evidence`);
  await keys.to(page.getByLabel("Files", { exact: true }));
  await keys.press("Enter");
  await expect(page.getByText(`${LETTER.name} is uploaded`)).toBeVisible();
  await keys.to(page.getByLabel("Publisher", { exact: true }));
  await keys.type("Portugal");
  await keys.to(page.getByLabel("Title of the document"));
  await keys.type("Letter");
  await keys.to(page.getByLabel("Ownership of the publisher"));
  await keys.type("Off");
  await keys.to(page.getByLabel("Kind of evidence"));
  await keys.type("Signed");
  await keys.to(page.getByLabel("Reliability of the source"));
  await keys.type("A");
  await keys.to(page.getByLabel("Credibility of the information"));
  await keys.type("1");
  await keys.press("Control+Enter");
  await page.waitForURL(`/pledges/${ships}#evidence`);
  const letter = page.getByRole("region", { name: "Evidence" }).getByRole("listitem").last();
  await keys.to(letter.locator("summary").first());
  await keys.press("Enter");
  await expect(page.getByRole("link", { name: `Download ${LETTER.name}` })).toBeVisible();

  await keys.back(page.getByRole("link", { name: "Propose a stage" }));
  await keys.press("Enter");
  await page.waitForURL(`/pledges/${ships}/stage`);
  await keys.to(page.getByRole("radio").first());
  await keys.until(page.getByRole("radio", { name: /^Committed/ }), "ArrowDown");
  await keys.to(page.locator("#reason"));
  await keys.type("The minister signed.");
  await keys.press("Control+Enter");
  await page.waitForURL(`/pledges/${ships}`);
  await expect(page.getByText("Proposed: Committed. A manager decides.")).toBeVisible();

  // A question about what nobody has said yet.
  await keys.to(page.locator("summary").filter({ hasText: "Resolve" }));
  await keys.press("Enter");
  await keys.to(page.getByRole("link", { name: `Ask about ${ships}: No time window` }));
  await keys.press("Enter");
  await page.waitForURL(/\/questions\/new/);
  await keys.to(page.getByLabel("Asked of"));
  await keys.type("Ministry of Defence");
  await keys.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: /Q-\d{4,} is on record/ })).toBeVisible();

  await keys.back(page.getByRole("button", { name: "Account" }));
  await keys.press("Enter");
  await keys.to(page.getByRole("button", { name: "Sign out" }));
  await keys.press("Enter");
  await page.waitForURL(/\/sign-in/);
  expect(keys.seconds()).toBeLessThan(5 * 60);

  // Other stories count the demonstration's records, so these are voided.
  const open = await manager.request.get("/api/v1/proposals?participant=PT");
  const { items } = (await open.json()) as { items: { id: string; concerns: string[] }[] };
  const proposal = items.find(({ concerns }) => concerns.includes(ships));
  await post(manager, `/proposals/${proposal?.id ?? ""}/decision`, { decision: "RETURN", note: "A story." });
  for (const reference of [mine, ...brought, ships, ...training])
    await post(manager, `/pledges/${reference}/void`, { reason: "Logged for a story" });
});

type Keys = ReturnType<typeof keyboardOf>;

/** The keyboard, with a count of the keys pressed. */
function keyboardOf(page: Page) {
  let pressed = 0;
  const press = async (...wanted: string[]) => {
    for (const key of wanted) await page.keyboard.press(key);
    pressed += wanted.length;
  };
  const until = async (target: Locator, key: string) => {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 120; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(key);
    }
    await expect(target).toBeFocused();
  };
  return {
    press,
    until,
    to: (target: Locator) => until(target, "Tab"),
    back: (target: Locator) => until(target, "Shift+Tab"),
    type: async (text: string) => {
      await page.keyboard.type(text);
      pressed += text.length;
    },
    /** Ctrl+V of what was copied elsewhere. */
    paste: async (text: string) => {
      await page.keyboard.insertText(text);
      pressed += 2;
    },
    seconds: () => Math.round(pressed / KEYS_A_SECOND),
  };
}

async function goTo(page: Page, keys: Keys, typed: string, title: string): Promise<void> {
  await scriptThere(page);
  await keys.press("Control+k");
  await expect(page.getByRole("combobox", { name: "A page, a record or a task" })).toBeFocused();
  await keys.type(typed);
  await expect(page.getByRole("option").first()).toContainText(title);
  const before = page.url();
  await keys.press("Enter");
  await page.waitForURL((url) => url.href !== before);
}

async function logPassage(
  page: Page,
  keys: Keys,
  { down, cell, title, first }: { down: number; cell: string; title: string; first: boolean },
): Promise<void> {
  await expect(page.getByRole("listbox")).toBeFocused();
  await keys.press("Home", ...Array.from({ length: down }, () => "ArrowDown"), "q");
  const found = await page
    .getByRole("region", { name: /^Found in the passage/ })
    .getByRole("button")
    .allInnerTexts();
  for (const [index] of found.slice(0, 9).entries()) await keys.press(String(index + 1));
  await keys.press(`Alt+${cell.slice(-1)}`, "F6");
  await keys.to(page.getByLabel("Title", { exact: true }));
  await keys.type(title);
  await keys.to(page.getByRole("radio", { name: /^Signalled/ }));
  await keys.press("ArrowDown");
  if (first)
    for (const [label, option] of [
      ["Kind of evidence", "Joint"],
      ["Reliability of the source", "A"],
      ["Credibility of the information", "1"],
    ] as const) {
      await keys.to(page.getByLabel(label));
      await keys.type(option);
    }
  await keys.to(page.getByRole("button", { name: "The rest is not stated" }));
  await keys.press("Enter");
  await keys.press("Control+Shift+Enter");
  await expect(page.getByRole("status").filter({ hasText: `Saved as ${cell}-` })).toBeVisible();
}

async function restingOn(page: Page, source: string, participant: string): Promise<string[]> {
  const { evidence } = (await (await page.request.get(`/api/v1${source}`)).json()) as {
    evidence: { pledge: string }[];
  };
  return evidence.map(({ pledge }) => pledge).filter((reference) => reference.startsWith(participant));
}
