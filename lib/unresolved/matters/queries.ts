import "server-only";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import type { Result } from "@/lib/domain/base/result";
import type { ManagersPage } from "@/lib/domain/log/managers-page";
import type { ShownMatter } from "@/lib/domain/unresolved/what-matters";
import {
  findKeptManagersPage,
  findRegisterHead,
  isKept,
  storeManagersPage,
} from "@/lib/db/queries/unresolved/kept-managers-page";
import { findClock } from "@/lib/db/clock";
import { findRegister } from "@/lib/db/queries/log/register";
import { todayAt } from "@/lib/db/queries/log/settings";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";

export interface ManagersPageAtOnce extends ManagersPage {
  /**
   * The register has changed since then, and a worker is computing the page again; null: nothing has changed.
   */
  asOf: Instant | null;
}

/** The page of a smaller register is fast enough to compute on request. */
const MANY_PLEDGES = 2_000;

/** The page that a worker kept. Null: none that is current or about to be computed again. */
export async function loadKeptManagersPage(at: Instant): Promise<ManagersPageAtOnce | null> {
  const stored = await findKeptManagersPage();
  if (!stored) return null;
  if (stored.isLatest && stored.day === (await todayAt(at))) return { ...stored.page, asOf: null };
  return stored.pledges >= MANY_PLEDGES && stored.isFollowed ? { ...stored.page, asOf: stored.at } : null;
}

/** Computed once per state of the register and day. `workOut`: computes what every reader sees. */
export const rememberMatters = async (
  at: Instant,
  workOut: () => Promise<Result<ShownMatter[]>>,
): Promise<Result<ShownMatter[]>> => rememberedUntilChange(`what matters ${await todayAt(at)}`, workOut);

/**
 * Computes and keeps the page, if the register has changed. The head is read first: the kept page may be
 * newer than the head, never older.
 */
export async function keepManagersPage(
  workOut: (at: Instant) => Promise<Result<ManagersPage>>,
): Promise<void> {
  if ((await findRegister()) === null) return;
  const [head, { at, timeZone }] = await Promise.all([findRegisterHead(), findClock()]);
  const day = dayOf(at, timeZone);
  if (await isKept(head, day)) return;
  const page = await workOut(at);
  if (page.ok) await storeManagersPage(head, day, page.value);
}
