// A manager's first page, as a worker last computed it.
import "server-only";
import type { Day, Instant } from "@/lib/domain/base/day";
import type { ManagersPage } from "@/lib/domain/log/managers-page";
import { amountsToJson, amountsFromJson } from "@/lib/domain/base/amount";
import { askPrisma } from "../../prisma";
import { date } from "../../records/codec";
import { ask, outside } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { SILENT_MS } from "../../statements/worker";

/** Raised when `ManagersPage` changes, so that a page kept by another build isn't read. A test says when. */
export const KEPT_SHAPE = 2;

/** What the page is computed from. */
export interface RegisterHead {
  leafHash: string;
  /** Of the log's last entry. */
  at: Instant;
  pledges: number;
}

export interface KeptManagersPage extends Pick<RegisterHead, "at" | "pledges"> {
  page: ManagersPage;
  day: Day;
  /** The log's last entry is still the same. */
  isLatest: boolean;
  /** A worker is alive, and will compute it again. */
  isFollowed: boolean;
}

export async function findRegisterHead(): Promise<RegisterHead> {
  const [row] = await ask<{ leaf_hash: string; at: Instant; pledges: number }>(
    sql`SELECT h.leaf_hash, audit.instant(h.at) AS at, (SELECT count(*)::int FROM pledge) AS pledges FROM audit.head h`,
  );
  if (!row) throw new Error("the log has no head");
  return { leafHash: row.leaf_hash, at: row.at, pledges: row.pledges };
}

/** Whether this was kept for that entry and day. */
export async function isKept({ leafHash }: RegisterHead, day: Day): Promise<boolean> {
  const where = { leafHash, day: date(day), shape: KEPT_SHAPE };
  return (await askPrisma((db) => db.keptMatters.count({ where }))) > 0;
}

export async function storeManagersPage(head: RegisterHead, day: Day, page: ManagersPage): Promise<void> {
  const row = { ...head, day: date(day), shape: KEPT_SHAPE, content: JSON.stringify(page, amountsToJson) };
  await askPrisma((db) =>
    db.keptMatters.upsert({ where: { one: true }, create: row, update: row, select: { one: true } }),
  );
}

/** The page that this process last read: it is long, and rarely changes. */
let read: { of: string; page: ManagersPage } | null = null;

export async function findKeptManagersPage(): Promise<KeptManagersPage | null> {
  const { text, values } = sql`
    SELECT k.leaf_hash || k.day AS of, k.day::text, audit.instant(k.at) AS at, k.pledges, k.leaf_hash = h.leaf_hash AS is_latest,
           EXISTS (SELECT FROM worker WHERE beat_at > now() - ${SILENT_MS}::float8 * interval '1 millisecond') AS is_followed,
           CASE WHEN k.leaf_hash || k.day <> ${read?.of ?? ""} THEN k.content END AS content
      FROM kept_matters k, audit.head h WHERE k.shape = ${KEPT_SHAPE}`;
  const { rows } = await outside.query<KeptRow>({ name: "kept-managers-page", text }, values);
  const [row] = rows;
  if (!row) return null;
  if (row.content !== null)
    read = { of: row.of, page: JSON.parse(row.content, amountsFromJson) as ManagersPage };
  if (!read) return null;
  const { day, at, pledges, is_latest: isLatest, is_followed: isFollowed } = row;
  return { page: read.page, day, at, pledges, isLatest, isFollowed };
}

interface KeptRow {
  of: string;
  day: Day;
  at: Instant;
  pledges: number;
  is_latest: boolean;
  is_followed: boolean;
  content: string | null;
}
