// What can be typed into each list's filter, by its stable word. Pledges have theirs in `pledge-filter.ts`.
import { PRIORITIES } from "../base/priority";
import { OWNERSHIPS } from "../pledge/source";
import { UNRESOLVED_CODES } from "../unresolved/unresolved";
import { COUNTED_CLASSES } from "../unresolved/reasons";
import { PLEDGE_KEYS } from "./pledge-filter";
import type { TypedKeys } from "./typed-filter";

const who = { parameter: "participant", is: "list" } as const;
const priority = { parameter: "priority", is: "list", all: PRIORITIES.map(String) } as const;
const open = { parameter: "class", is: "list", all: COUNTED_CLASSES } as const;

export const UNRESOLVED_KEYS = {
  who,
  priority,
  missing: { parameter: "code", is: "list", all: UNRESOLVED_CODES },
  open,
  owner: { parameter: "owner", is: "list" },
} as const satisfies TypedKeys;

/** Changes have no parameter for values to exclude. */
export const CHANGE_KEYS = { who: { ...who, all: [] }, priority, open } as const satisfies TypedKeys;

export const SOURCE_KEYS = {
  ownership: { parameter: "ownership", is: "list", all: OWNERSHIPS },
} as const satisfies TypedKeys;

/** Lists with a typed filter, by their page. */
export const TYPED_LISTS = {
  pledges: PLEDGE_KEYS,
  unresolved: UNRESOLVED_KEYS,
  changes: CHANGE_KEYS,
  sources: SOURCE_KEYS,
} as const;
export type TypedList = keyof typeof TYPED_LISTS;
export const TYPED_LIST_NAMES = Object.keys(TYPED_LISTS) as TypedList[];
