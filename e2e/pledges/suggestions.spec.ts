import { DESKTOP, errorsOn, expect, expectAccessible, PHONE, signIn, test } from "../fixtures";

test("another desk suggests a change, the desk takes it up, and its author hears of it", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer-north", "/pledges/FR-3-001");
  await page.getByRole("link", { name: "Suggest a change" }).click();
  await page.getByRole("button", { name: "Send the suggestion" }).click();
  await expect(errorsOn(page)).toContainText("Say what should change");
  await page.getByLabel("What should change").fill("The window ends a month later.");
  await page.getByLabel("Why", { exact: false }).first().fill("The ministry told us so.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send the suggestion" }).click();
  const waiting = page.getByRole("region", { name: "Suggested changes" });
  await expect(waiting).toContainText("The window ends a month later.");
  await expect(waiting.getByRole("link", { name: /^Answer/ })).toHaveCount(0);

  const officer = await meet("officer", "/inbox?kind=TO_DECIDE");
  await expect(officer.getByText("suggested a change").first()).toBeVisible();
  await officer.goto("/mine");
  const mine = officer.getByRole("region", { name: "Suggested to your desk" });
  for (const size of [PHONE, DESKTOP])
    for (const colorScheme of ["light", "dark"] as const) {
      await officer.setViewportSize(size);
      await officer.emulateMedia({ colorScheme });
      await expectAccessible(officer);
      const folder = process.env["SHOTS"];
      if (folder) await officer.screenshot({ path: `${folder}/mine-${size.width}-${colorScheme}.png` });
    }
  await mine.getByRole("link", { name: "Answer the suggestion on FR-3-001" }).first().click();
  await expect(officer.getByRole("radio", { name: /^Take it up/ })).toBeVisible();
  await expectAccessible(officer);
  if (process.env["SHOTS"]) await officer.screenshot({ path: `${process.env["SHOTS"]}/answer.png` });
  await officer.getByRole("radio", { name: /^Take it up/ }).check();
  await officer.getByRole("button", { name: "Take it up" }).click();
  await expect(officer).toHaveURL(/\/pledges\/FR-3-001\/edit/);
  await expect(officer.getByText("Now make the change here.")).toBeVisible();

  await page.goto("/inbox?kind=DECISION");
  await expect(page.getByText("took up a suggested change").first()).toBeVisible();
});
