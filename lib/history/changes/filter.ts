import { z } from "zod";
import { keyIn } from "@/lib/domain/base/cursor";
import { CHANGE_SECTIONS, type ChangeSection } from "@/lib/domain/history/changes";
import type { NamedMoment } from "@/lib/domain/base/moment";
import type { Priority } from "@/lib/domain/base/priority";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { UNRESOLVED_CLASSES, type UnresolvedClass } from "@/lib/domain/unresolved/reasons";
import {
  cursor,
  limit,
  listParameter,
  moment,
  oneOfParameter,
  parseParameters,
  participantCodes,
  priorities,
  words,
} from "@/lib/schema/parameters";

const CHANGE_GROUPINGS = ["participant", "priority"] as const;
export type ChangeGrouping = (typeof CHANGE_GROUPINGS)[number];

export interface ChangesFilter {
  since: NamedMoment;
  /** Null: now. */
  until: NamedMoment | null;
  group: ChangeGrouping;
  participant: string[];
  priority: Priority[];
  /** Classes of items; dormant ones are shown only when asked for. */
  class: UnresolvedClass[];
  /** Only one section, paged. */
  show: ChangeSection | null;
  /** The number of its rows already shown. */
  after: number;
  limit: number;
}

export const changesParameters = z.strictObject({
  since: moment,
  until: moment,
  group: oneOfParameter(CHANGE_GROUPINGS, "participant"),
  participant: participantCodes,
  priority: priorities,
  class: listParameter(UNRESOLVED_CLASSES),
  q: words,
  show: z.string().max(20).pipe(z.enum(CHANGE_SECTIONS)).nullable().default(null),
  cursor,
  limit,
});

export function changesFilterIn(params: URLSearchParams): Result<ChangesFilter> {
  const parsed = parseParameters(changesParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, since, q: _q, ...rest } = parsed.value;
  if (since === null) return invalid({ path: "since", code: "required" });
  const after = from === null ? ["0"] : keyIn(from, changesOrderOf(rest.show), isPlace);
  if (after === null || (from !== null && rest.show === null))
    return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, since, after: Number(after[0]) });
}

/** The past is fixed, so a place in it can be a number. */
export const changesOrderOf = (show: ChangeSection | null): string => `changes ${show ?? ""}`;

const isPlace = ([place = "", ...rest]: readonly string[]): boolean =>
  rest.length === 0 && /^\d{1,7}$/.test(place);
