// A separate disk for a server's data, so small that it can be filled. Only root can mount one.
import { spawnSync } from "node:child_process";
import { makeFolderOf, type Account } from "./program";

const SIZE = "400m";
const mounted: string[] = [];

export function smallDisk(folder: string, account: Account | null): { folder: string; isSmall: boolean } {
  makeFolderOf(folder, account);
  if (!account) return { folder, isSmall: false };
  const options = `size=${SIZE},mode=0700,uid=${account.uid},gid=${account.gid}`;
  const isSmall = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
  if (isSmall) mounted.push(folder);
  return { folder, isSmall };
}

export function unmountAll(): void {
  for (const folder of mounted.splice(0)) spawnSync("umount", ["--lazy", folder]);
}
