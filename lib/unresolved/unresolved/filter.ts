import type { CursorKey } from "@/lib/domain/base/cursor";
import { isDay } from "@/lib/domain/base/day";
import { type UnresolvedFilter, GROUPINGS } from "@/lib/domain/unresolved/summary";
import { ok, type Result } from "@/lib/domain/base/result";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { listQuery } from "@/lib/schema/listed";
import { leftOut } from "@/lib/schema/typed";
import {
  listParameter,
  moment,
  oneOfParameter,
  ownersOrMe,
  participantCodes,
  priorities,
  words,
} from "@/lib/schema/parameters";

const left = { participant: participantCodes, owner: ownersOrMe };

/** Its only order: by reason as listed, then oldest first. */
export const itemQuery = listQuery({
  filters: {
    group: oneOfParameter(GROUPINGS, "code"),
    class: listParameter(UNRESOLVED_CLASSES),
    code: listParameter(UNRESOLVED_CODES),
    ...left,
    priority: priorities,
    not: leftOut(left),
    q: words,
    since: moment,
  },
  order: "reason",
  keyOf: ({ key }: { key: CursorKey }) => key,
  isKey: isItemKey,
});

/** Owners may be the reader. */
export function unresolvedFilterIn(params: URLSearchParams): Result<UnresolvedFilter> {
  const parsed = itemQuery.parse(params);
  if (!parsed.ok) return parsed;
  const { since: named, q: _q, ...rest } = parsed.value;
  // A day filters items from that day on; any other moment is one to compare with.
  const since = named?.is === "day" ? named.day : null;
  const against =
    named === null || named.is === "day" ? null : { moment: named, text: params.get("since") ?? "" };
  return ok({ ...rest, since, against });
}

/** Code, since, participant, priority, reference (empty for a missing position). */
function isItemKey(key: CursorKey): boolean {
  const [code = "", since = "", participant = "", priority = "", reference = ""] = key;
  return (
    key.length === 5 &&
    (UNRESOLVED_CODES as string[]).includes(code) &&
    isDay(since) &&
    /^[A-Z]{2,4}$/.test(participant) &&
    /^[1-5]$/.test(priority) &&
    /^([A-Z]{2,4}-[1-5]-\d{3,9})?$/.test(reference)
  );
}
