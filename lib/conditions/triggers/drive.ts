// Runs a prepared change in the background until it is done and cleaned up. Any process continues an
// unfinished one: at start, or when someone asks for its progress.
import "server-only";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { prepareSome, tidySome, unfinishedChange } from "@/lib/db/derived/preparing";
import { detached } from "@/lib/db/write";
import { logger } from "@/lib/platform/log";
import { failChange, finishChange } from "./end-change";

/** Survives a reload of the module in development. */
const shared = globalThis as typeof globalThis & { changeDriven?: Promise<void> | undefined };

/** Returns at once. */
export function resumeChange(): void {
  shared.changeDriven ??= detached(drive).finally(() => (shared.changeDriven = undefined));
}

/** Resolves once nothing is left to do here. */
export async function changeDriven(): Promise<void> {
  await shared.changeDriven;
}

/** Locks may be held by others, or the database be away for a while. */
const MOST_FAILURES = 8;
const LONGEST_PAUSE_MS = 2_000;

async function drive(): Promise<void> {
  for (let failures = 0; failures < MOST_FAILURES;) {
    try {
      if (!(await step())) return;
      failures = 0;
    } catch (error) {
      failures += 1;
      // A machine that is busy at start may fail one step and succeed at the next: no reason to warn.
      if (failures > 1) logger.warn({ err: error, failures }, "the change of a trigger has to wait");
      await pause(Math.min(100 * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }
  await giveUp();
}

/** Whether there may be more to do. A change that another process works on is left to it. */
async function step(): Promise<boolean> {
  const change = await unfinishedChange();
  switch (change?.state) {
    case undefined:
      return false;
    case "PREPARING":
      return (await prepareBatch()) || (await unfinishedChange())?.state !== "PREPARING";
    case "READY": {
      const done = await finishChange(change.actor);
      if (!done.ok && done.refusal.code === "rights-changed") await failChange(THE_REGISTER);
      return true;
    }
    default:
      return tidySome();
  }
}

/** A writer of one of these pledges waits for the whole batch, so the batch size adapts to keep it short. */
async function prepareBatch(): Promise<boolean> {
  const began = performance.now();
  const isMore = await prepareSome(few);
  const tookMs = performance.now() - began;
  if (tookMs > AT_EASE_MS) few = Math.max(FEWEST, Math.floor(few / 2));
  else if (tookMs < AT_EASE_MS / 2) few = Math.min(MOST, few * 2);
  return isMore;
}

const AT_EASE_MS = 300;
const FEWEST = 50;
const MOST = 2_000;
let few = 400;

/** Nothing has changed then, and the actor may try again. Left as it is where even that can't be written. */
async function giveUp(): Promise<void> {
  try {
    const change = await unfinishedChange();
    if (change && (await failChange(THE_REGISTER)).ok) while (await tidySome());
  } catch (error) {
    logger.error({ err: error }, "the change of a trigger was left half prepared");
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
