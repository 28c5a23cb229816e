// What a process has read of many records, brought up to date by the log: after a change only what was changed is read again.
import type { EntityType } from "@/lib/domain/base/audit";
import { rememberedUntilChange } from "../remembered";
import { findChangedSince, type ReadUpTo } from "./changed-since";

/** Of entries since it was read; where there are more, all is read. */
const FEW = 500;

/** Of the records with a new entry those of a kind. */
export type ChangedIds = (kind: EntityType) => string[];

export interface Follower<Known> {
  kinds: readonly EntityType[];
  all: () => Promise<Known>;
  /** The very object of before, where the changes make no difference. */
  changed: (before: Known, idsOf: ChangedIds) => Promise<Known>;
}

export function followingLog<Known>(
  question: string,
  { kinds, all, changed }: Follower<Known>,
): () => Promise<Known> {
  let last: (ReadUpTo & { known: Known }) | null = null;
  return () =>
    rememberedUntilChange(question, async () => {
      const from = last;
      const { position, leafHash, changed: records } = await findChangedSince(from, kinds, FEW);
      const idsOf: ChangedIds = (kind) =>
        (records ?? []).flatMap(({ type, id }) => (type === kind ? id : []));
      const known = from === null || records === null ? await all() : await changed(from.known, idsOf);
      last = { position, leafHash, known };
      return known;
    });
}
