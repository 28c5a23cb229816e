import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fingerprint, holdBuild } from "@/scripts/build/build.mjs";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(os.tmpdir(), "register-build-"))));
afterAll(() => rmSync(folder, { recursive: true }));

test("the fingerprint depends on the sources, not on where they are", () => {
  const [here, there] = [path.join(folder, "here"), path.join(folder, "somewhere", "else")] as const;
  mkdirSync(path.join(here, "app"), { recursive: true });
  writeFileSync(path.join(here, "app/page.tsx"), "export default 1;");
  cpSync(here, there, { recursive: true });
  expect(fingerprint(there)).toBe(fingerprint(here));
  writeFileSync(path.join(there, "app/page.tsx"), "export default 2;");
  expect(fingerprint(there)).not.toBe(fingerprint(here));
});

test("of two starts that would build at once, one waits and says so", async () => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const first = await holdBuild(say, undefined, folder);
  const second = holdBuild(say, undefined, folder);
  await expect
    .poll(() => said)
    .toEqual([`Another start is building the register (process ${process.pid}). Waiting for it.`]);
  first.release();
  (await second).release();

  const held = await holdBuild(say, undefined, folder);
  const quit = new AbortController();
  const third = holdBuild(say, quit.signal, folder);
  quit.abort();
  await expect(third).rejects.toThrow("Stopped while another start was building");
  held.release();
});
