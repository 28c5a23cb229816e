import type { Page } from "@playwright/test";

/** Acts by the words on the page alone and counts: a click, a choice, a file or a filled-in field is one. */
export class CountingUser {
  actions = 0;
  constructor(private readonly page: Page) {}

  async click(role: "button" | "link" | "radio" | "option", name: string | RegExp): Promise<void> {
    await this.page.getByRole(role, { name, exact: typeof name === "string" }).click();
    this.actions += 1;
  }
  async fill(label: string, text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: label, exact: true }).fill(text);
    this.actions += 1;
  }
  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole("combobox", { name: label, exact: true }).selectOption(option);
    this.actions += 1;
  }
  async bring(label: string, file: string): Promise<void> {
    await this.page.getByLabel(label).setInputFiles(file);
    this.actions += 1;
  }
}
