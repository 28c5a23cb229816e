import { errorsOn, expect, holdReactBack, signInByForm, signOut, test } from "../fixtures";

const password = () => process.env.DEMO_PASSWORD ?? "";

test("each role begins where its work is", async ({ browser }) => {
  for (const [who, start] of [
    ["officer", "/mine"],
    ["manager", "/"],
    ["auditor", "/"],
    ["admin", "/"],
  ] as const) {
    const page = await browser.newPage();
    await signInByForm(page, who);
    await expect(page).toHaveURL(start);
    await page.close();
  }
});

test("someone who follows a link signs in and lands there", async ({ page }) => {
  await page.goto("/pledges?participant=FR");
  await expect(page).toHaveURL("/sign-in?next=%2Fpledges%3Fparticipant%3DFR");
  await page.locator("#email").fill("manager@register.example");
  await page.locator("#password").fill(password());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/pledges?participant=FR");
});

test("no address leads to another host after signing in", async ({ page }) => {
  await page.goto("/sign-in?next=//evil.example/");
  await page.locator("#email").fill("manager@register.example");
  await page.locator("#password").fill(password());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/");
});

test.describe("when signing in fails", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("an empty attempt says at the top what is missing, and each line leads to its field", async ({
    page,
  }) => {
    // On a slow machine the page's own title comes after the title that names the error.
    await page.addInitScript(holdReactBack, 700);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(errorsOn(page)).toBeFocused();
    await expect(errorsOn(page).getByRole("link")).toHaveText([
      "Enter your work email",
      "Enter your password",
    ]);
    await expect(page).toHaveTitle(/^Error:/);
    await errorsOn(page).getByRole("link").first().click();
    await expect(page.locator("#email")).toBeFocused();
  });

  test("a wrong e-mail or password is refused at the top of the form, and the typed e-mail stays", async ({
    page,
  }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(errorsOn(page)).toBeFocused();
    await errorsOn(page).getByRole("link").first().click();
    await expect(page.locator("#email")).toBeFocused();
    await page.keyboard.type("nobody@register.example");
    await page.locator("#password").fill("not the password");
    await page.keyboard.press("Enter");
    await expect(errorsOn(page)).toContainText("The email or the password is not right");
    await expect(page.locator("#email")).toHaveValue("nobody@register.example");
    await expect(page).toHaveTitle(/^Error:/);
    expect(page.url()).not.toContain("password");
  });
});

test("after signing out, a page asks to sign in again", async ({ page }) => {
  // Once loaded, this page requests nothing more: after the end of the session that would be refused.
  await signInByForm(page, "auditor", "/unresolved");
  await signOut(page);
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/unresolved");
  await expect(page).toHaveURL("/sign-in?next=%2Funresolved");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an auditor signs in, reads, and signs out", async ({ page }) => {
    await page.goto("/sign-in?next=/coverage");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(errorsOn(page).getByRole("link")).toHaveText([
      "Enter your work email",
      "Enter your password",
    ]);
    await page.locator("#email").fill("auditor@register.example");
    await page.locator("#password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(errorsOn(page)).toContainText("The email or the password is not right");
    await expect(page).toHaveTitle(/^Error: Sign in/);
    await signInByForm(page, "auditor", "/coverage");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await signOut(page);
    await expect(page).toHaveURL("/sign-in");
  });
});
