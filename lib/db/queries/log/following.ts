// Many records that a process has read, kept up to date by the log: after a change only the changed ones are
// read again.
import type { EntityType } from "@/lib/domain/base/audit";
import { rememberedUntilChange } from "../remembered";
import { findChangedSince, type ReadUpTo } from "./changed-since";

/** Entries since the last reading; if there are more, everything is read again. */
const FEW = 500;

/** Those of one kind among the records with a new entry. */
export type ChangedIds = (kind: EntityType) => string[];

export interface Follower<Known> {
  kinds: readonly EntityType[];
  all: () => Promise<Known>;
  /** Returns the same object if the changes make no difference. */
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
