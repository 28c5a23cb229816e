// A disk that is really full: a small one in memory, which only root can make.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { receiveFile } from "@/lib/pledges/files/commands";
import { storeOf } from "@/lib/platform/files/store";
import { tryStorage } from "@/lib/pledges/files/try-storage";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
let disk: string;
let elsewhere: string;
let isMounted = false;
beforeAll(async () => {
  register = await staffedRegister();
  elsewhere = env().DATA_DIR;
  disk = mkdtempSync(path.join(os.tmpdir(), "register-disk-"));
  isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk]).status === 0;
  if (isMounted) env().DATA_DIR = disk;
});
afterAll(async () => {
  env().DATA_DIR = elsewhere;
  if (isMounted) spawnSync("umount", [disk]);
  rmSync(disk, { recursive: true });
  await register.close();
});

const send = () =>
  receiveFile(register.officer, {
    name: "a.txt",
    stream: new Blob(["We stand ready. ".repeat(2_000)]).stream(),
    length: null,
  });

test("a full disk is reported to a person who sends a file, and by the check of readiness", async ({
  skip,
}) => {
  if (!isMounted) return skip("nobody but root makes a small disk");
  const filler = path.join(disk, "filler");
  expect(() => writeFileSync(filler, Buffer.alloc(1_000_000))).toThrow("ENOSPC");

  expect(refusalOf(await send())).toBe("storage-full");
  expect(await tryStorage(storeOf(env()), -200_000)).toBe("full");
  expect(readdirSync(path.join(disk, "incoming"))).toEqual([]);

  rmSync(filler);
  value(await send());
  expect(await tryStorage(storeOf(env()), -100_000)).toBe("ok");
});
