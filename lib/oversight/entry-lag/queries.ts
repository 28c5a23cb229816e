import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import {
  bandsOf,
  lagGroups,
  lagOf,
  mayReadLag,
  type Lag,
  type LagGroup,
  type LagRow,
  type LagFilter,
} from "@/lib/domain/details/entry-lag";
import type { Listed } from "@/lib/domain/base/listing";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countLags, countLagRows, findLagRows } from "@/lib/db/queries/pledges/entry-lag";
import { findDesks } from "@/lib/db/queries/workspace/people";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { findSettings } from "@/lib/db/queries/log/settings";
import { lagQuery } from "./filter";

export interface EntryLag {
  /** Over the whole view, each pledge once. */
  lag: Lag;
  bands: number[];
  groups: LagGroup[];
  rows: Listed<LagRow>;
}

export async function loadEntryLag(actor: Actor, filter: LagFilter): Promise<Result<EntryLag>> {
  if (!mayReadLag(actor)) return refuse("role");
  const { from, to, participant, priority } = filter;
  const [{ timeZone }, desks] = await Promise.all([findSettings(), findDesks()]);
  const [counts, found, total] = await Promise.all([
    rememberedUntilChange(`lag ${JSON.stringify([timeZone, from, to, participant, priority])}`, () =>
      countLags(filter, timeZone),
    ),
    findLagRows(filter, timeZone),
    countLagRows(filter, timeZone),
  ]);
  return ok({
    lag: lagOf(counts),
    bands: bandsOf(counts),
    groups: lagGroups(counts, filter.group, desks),
    rows: lagQuery.page(found, filter, total),
  });
}
