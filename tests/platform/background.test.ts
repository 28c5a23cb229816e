import { spawn } from "node:child_process";
import os from "node:os";
import { expect, test } from "vitest";
import { comeAfterPages } from "@/lib/platform/background";

const { PRIORITY_BELOW_NORMAL: BELOW, PRIORITY_LOW: LOW } = os.constants.priority;

test.each([
  ["started as anything else", 0, BELOW],
  ["started to give way further", LOW, LOW],
])("a process %s comes after pages", (_, given, expected) => {
  const child = spawn("cat", { stdio: ["pipe", "ignore", "ignore"] });
  const { pid = 0 } = child;
  try {
    os.setPriority(pid, Math.max(given, os.getPriority()));
    comeAfterPages(pid);
    expect(os.getPriority(pid)).toBe(Math.max(expected, os.getPriority()));
  } finally {
    child.stdin.end();
  }
});
