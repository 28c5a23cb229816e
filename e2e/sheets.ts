// Uploads, for stories that start after that step.
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

interface Imported {
  id: string;
  state: string;
}

/** Uploads the sheet as the person signed in on the page. */
export async function sendSheet(page: Page, sheet: Buffer | string): Promise<Imported> {
  const answer = await page.request.post("/api/v1/imports?name=pledges.csv", {
    data: Buffer.from(sheet),
    headers: { Origin: new URL(page.url()).origin, "Content-Type": "text/csv" },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Imported;
}

/** Uploads a file that is attached to no record yet, as the person signed in on the page; returns its id. */
export async function sendFile(page: Page, name: string, content: Buffer): Promise<string> {
  const answer = await page.request.post(`/api/v1/files?name=${encodeURIComponent(name)}`, {
    data: content,
    headers: { Origin: new URL(page.url()).origin, "Content-Type": "application/octet-stream" },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

/** Tries the rows, with the columns as guessed. */
export async function tryOut(page: Page, address: string): Promise<void> {
  const mapping = `/api/v1${address}/mapping`;
  const { columns, values } = (await (await page.request.get(mapping)).json()) as Record<string, unknown>;
  const headers = { Origin: new URL(page.url()).origin };
  const told = await page.request.put(mapping, { data: { columns, values }, headers });
  expect(told.ok(), await told.text()).toBe(true);
  await expect.poll(() => stateOf(page, address)).toBe("CHECKED");
}

export async function stateOf(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(`/api/v1${address}`);
  return ((await answer.json()) as Imported).state;
}
