import type { Page } from "@playwright/test";
import {
  DESKTOP,
  errorsOn,
  expect,
  expectAccessible,
  logPledge,
  PHONE,
  piece,
  post,
  scriptThere,
  signIn,
  test,
} from "../fixtures";

const QUEUE = "/review?participant=IE&priority=5";

test.describe("with a second manager at work", () => {
  test.use({ expectedErrors: [/status of 409/] });

  test("a manager works through ten proposals with the keyboard alone", async ({ page, meet }) => {
    await signIn(page, "officer");
    const titles = Array.from({ length: 10 }, (_, n) => `Proposal ${n + 1}`);
    const references = await Promise.all(titles.map((title) => logBinding(page, { ...IRELAND, title })));
    const proposed: Proposed[] = [];
    for (const reference of references) proposed.push(await propose(page, reference));
    const [, second, third, fourth] = proposed as [Proposed, Proposed, Proposed, Proposed];
    await change(page, second.reference, { nextAction: "Ask for the name of the ship" });

    const manager = await meet("manager", QUEUE);
    await expect(manager.getByText("10 proposals wait for a decision in this view")).toBeVisible();
    await scriptThere(manager);
    await manager.keyboard.press("j");
    await expect(manager.getByRole("link", { name: "Proposal 1", exact: true })).toBeFocused();
    await manager.keyboard.press("Enter");
    await expect(heading(manager)).toHaveText("Proposal 1");
    await expect(manager.getByRole("region", { name: "What would change" })).toContainText(
      /Stage\s*Pledged\s*Committed/,
    );
    await expect(manager.getByRole("region", { name: "Evidence" })).toContainText("Note verbale");
    await expect(manager.getByRole("region", { name: "The rules" })).toContainText(
      "You did not propose this",
    );
    await scriptThere(manager);
    await manager.keyboard.press("a");
    await manager.keyboard.press("Enter");
    await expectNext(manager, "Proposal 2", `Approved: ${proposed[0]?.reference}, Committed.`);

    // What has changed since has to be looked at first.
    await expect(manager.getByRole("region", { name: "Changed since it was proposed" })).toContainText(
      /Desk officer.*changed the pledge.*Next action\s*Ask for the name of the ship/s,
    );
    await manager.keyboard.press("a");
    await expect(manager.locator("#seen")).toBeFocused();
    await manager.keyboard.press("Control+Enter");
    await expect(errorsOn(manager).getByRole("link")).toHaveAttribute("href", "#seen");
    await manager.setViewportSize(PHONE);
    await expectAccessible(manager);
    await manager.setViewportSize(DESKTOP);
    await errorsOn(manager).focus();
    await manager.keyboard.press("Tab");
    await manager.keyboard.press("Enter");
    await expect(manager.locator("#seen")).toBeFocused();
    await manager.keyboard.press("Space");
    // It changes again meanwhile: the manager is shown this, looks again, and then decides.
    await change(page, second.reference, { authorisedBy: "Minister of Defence" });
    await manager.keyboard.press("Control+Enter");
    await expect(manager.getByText(/Desk officer.* changed it while you were looking/)).toBeVisible();
    await expect(manager.getByRole("heading", { name: "Changed since it was proposed" })).toBeFocused();
    await expect(manager.getByRole("region", { name: "Changed since it was proposed" })).toContainText(
      "Minister of Defence",
    );
    await manager.keyboard.press("a");
    await manager.keyboard.press("Space");
    await manager.keyboard.press("Control+Enter");
    await expectNext(manager, "Proposal 3", `Approved: ${second.reference}`);

    // Another manager is faster.
    const other = await meet("manager-2", QUEUE);
    await manager.keyboard.press("r");
    await expect(manager.locator("#note")).toBeFocused();
    await manager.keyboard.type("The note names no month.");
    await post(other, `/proposals/${third.id}/decision`, {
      decision: "APPROVE",
      note: "Seen at the ministry.",
    });
    await manager.keyboard.press("Control+Enter");
    await expect(manager.getByText("Approved by Second manager")).toBeVisible();
    await expect(manager.getByText("“Seen at the ministry.”")).toBeVisible();
    await expect(
      manager.getByText(/This proposal was closed before you decided.*The note names no month\./),
    ).toBeVisible();
    await expect(heading(manager)).toBeFocused();
    await manager.keyboard.press("j");
    await expectNext(manager, "Proposal 4");

    // Sending back requires a note on what to fix.
    await manager.keyboard.press("r");
    await manager.keyboard.press("Control+Enter");
    await expect(errorsOn(manager).getByRole("link")).toHaveAttribute("href", "#note");
    await manager.keyboard.press("Tab");
    await manager.keyboard.press("Enter");
    await manager.keyboard.type("Which ship?");
    await manager.keyboard.press("Control+Enter");
    await expectNext(manager, "Proposal 5", `Sent back: ${fourth.reference}, Committed.`);

    for (let n = 5; n <= 10; n += 1) {
      if (n % 2 === 0) {
        // The key in the position of A, on a Ukrainian layout.
        await manager.evaluate(() =>
          document.body.dispatchEvent(
            new KeyboardEvent("keydown", { code: "KeyA", key: "ф", bubbles: true }),
          ),
        );
        await manager.keyboard.press("Enter");
      } else {
        await manager.keyboard.press("r");
        await manager.keyboard.type(`Mend number ${n}.`);
        await manager.keyboard.press("Control+Enter");
      }
      if (n < 10) await expectNext(manager, `Proposal ${n + 1}`);
    }
    await expect(manager).toHaveURL(QUEUE);
    await expect(manager.getByText(`Approved: ${proposed[9]?.reference}`)).toBeVisible();
    await expect(manager.getByRole("heading", { name: "No proposal matches this view" })).toBeVisible();
    await expect(heading(manager)).toBeFocused();

    await manager.getByRole("link", { name: "Sent back", exact: true }).click();
    await expect(manager.getByRole("row")).toHaveCount(1 + 4);
    await page.goto(`/pledges/${second.reference}`);
    await expect(page.locator("[aria-current=step]")).toContainText("Committed");
  });
});

test("nobody decides their own proposal, or approves one that no longer holds", async ({ page, meet }) => {
  await signIn(page, "manager");
  const own = await propose(page, await logBinding(page, { participant: "JP", priority: 2, title: "Own" }));
  await page.goto(`/review/${own.id}`);
  await expect(
    page.getByText(/^You proposed this, so another manager decides: .*Second manager/),
  ).toBeVisible();
  await expect(page.locator("#decide")).toHaveCount(0);

  const other = await meet("manager-2", `/review/${own.id}?participant=JP`);
  await expect(other.getByRole("radio")).toHaveCount(2);
  await expectAccessible(other);
  const { evidence } = await sheetOf(page, own.reference);
  await post(page, `/evidence/${evidence[0]?.id ?? ""}/retract`, { reason: "It was a draft." });
  await other.reload();
  await expect(other.getByRole("region", { name: "Rules no longer met" })).toContainText(
    "Note verbale or stronger",
  );
  await expect(other.getByRole("radio")).toHaveCount(0);
  await other.locator("#note").fill("The note was a draft.");
  await other.getByRole("button", { name: "Send back" }).click();
  await expect(other.getByText(`Sent back: ${own.reference}`)).toBeVisible();
  await other.getByRole("link", { name: "View the proposal" }).click();
  await expect(other.getByText("Sent back by Second manager")).toBeVisible();
});

interface Proposed {
  id: string;
  reference: string;
}

interface Sheet {
  version: number;
  evidence: { id: string }[];
}

const IRELAND = { participant: "IE", priority: 5 };

/** Logs a pledge for this story with evidence enough for a binding stage. */
const logBinding = (page: Page, given: object): Promise<string> =>
  logPledge(page, { ...given, evidence: [piece("NOTE_VERBALE")] });

async function propose(page: Page, reference: string): Promise<Proposed> {
  const wish = { to: "COMMITTED", reason: "The note binds the government." };
  const { id } = await post<{ id: string }>(page, `/pledges/${reference}/stage`, wish, { "If-Match": '"1"' });
  return { id, reference };
}

async function sheetOf(page: Page, reference: string): Promise<Sheet> {
  return (await (await page.request.get(`/api/v1/pledges/${reference}`)).json()) as Sheet;
}

async function change(page: Page, reference: string, data: object): Promise<void> {
  const { version } = await sheetOf(page, reference);
  const headers = { Origin: new URL(page.url()).origin, "If-Match": `"${version}"` };
  const answer = await page.request.patch(`/api/v1/pledges/${reference}`, { data, headers });
  expect(answer.status(), await answer.text()).toBe(200);
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** The next proposal is open with the focus on its heading, and says what was done. */
async function expectNext(page: Page, title: string, said?: string): Promise<void> {
  await expect(heading(page)).toHaveText(title);
  await expect(heading(page)).toBeFocused();
  if (said) await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
}
