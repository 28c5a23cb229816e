// The log for programs that keep up with it: from one position on, in order, without gaps.
import { ENTITY_TYPES, type EntityType } from "../base/audit";
import { mayReadLog, type Actor } from "../people/actor";
import type { FieldChange } from "../proposals/history";
import type { LogEntry } from "./logged";

export interface FeedEntry extends LogEntry {
  changes: FieldChange[];
}

export interface FeedPage {
  items: FeedEntry[];
  /** The last position looked at: the next page is after it. */
  position: number;
  /** The log's last position. */
  head: number;
}

/** Only readers of the whole log get entries of these, as on the page History. */
const FOR_LOG_READERS: readonly EntityType[] = ["register", "person", "access", "export", "import"];

/** Kinds of records whose entries the actor may read. */
export const feedTypes = (actor: Actor): readonly EntityType[] =>
  mayReadLog(actor) ? ENTITY_TYPES : ENTITY_TYPES.filter((type) => !FOR_LOG_READERS.includes(type));
