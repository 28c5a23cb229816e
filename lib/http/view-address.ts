// The address of a view, parsed by its page's rules and written in one canonical way. An address that isn't a
// list of this site, or has parameters its list doesn't know, is refused: a saved view leads nowhere else.
import { z } from "zod";
import { accessQuery } from "@/lib/oversight/access/filter";
import { logQuery } from "@/lib/history/audit/filter";
import { parseChangesFilter } from "@/lib/history/changes/asked";
import { changesParameters } from "@/lib/history/changes/filter";
import { instantIn, momentText } from "@/lib/domain/base/moment";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Actor } from "@/lib/domain/people/actor";
import { mayTakeDown, pageOfView, type SavedView, type ViewPage } from "@/lib/domain/people/saved-view";
import { lagQuery } from "@/lib/oversight/entry-lag/filter";
import { findingQuery } from "@/lib/oversight/findings/filter";
import { noticeQuery } from "@/lib/inbox/inbox/filter";
import { keystoneParameters, parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import type { ListQuery } from "@/lib/schema/listed";
import { pageParameters } from "@/lib/schema/parameters";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { pledgeParameters } from "@/lib/pledges/pledges/filter";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { questionQuery } from "@/lib/oversight/questions/filter";
import { parseRequirementFilter, requirementParameters } from "@/lib/requirements/filter";
import { calendarParameters, parseCalendarFilter } from "@/lib/workspace/calendar/filter";
import { parseSourceFilter } from "@/lib/pledges/sources/asked";
import { sourceQuery } from "@/lib/pledges/sources/filter";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { itemQuery } from "@/lib/unresolved/unresolved/filter";

export function viewAddress(text: string): Result<string> {
  const page = pageOfView(text);
  if (page === null || !/^\/[a-z][^\s\\#\p{C}]*$/u.test(text)) return invalid(NO_VIEW);
  const { parameters: schema, parse, own = {}, past = false } = LISTS[page];
  const search = searchIn(text);
  const params = pageParameters(schema, search);
  for (const name of OF_THE_MOMENT) params.delete(name);
  const parsed = parse(params);
  if (!parsed.ok)
    return invalid({ path: "address", code: "not-understood", params: { names: namesIn(parsed) } });

  const listed = [...params].filter(([name, value]) => !isDefault(schema, name, value));
  const extra = Object.entries(own).flatMap(([name, pattern]): [string, string][] => {
    const value = search[name]?.join(",");
    return value !== undefined && pattern.test(value) ? [[name, value]] : [];
  });
  const at = past ? instantIn(search.asOf?.[0] ?? "") : null;
  const query = [
    ...[...listed, ...extra].map(([name, value]) => `${name}=${written(value)}`),
    ...(at === null ? [] : [`asOf=${momentText(at)}`]),
  ].join("&");
  return ok(query === "" ? page : `${page}?${query}`);
}

/** All parameters of a list's page except `asOf`. */
export const listParameters = (page: ViewPage): string[] => [
  ...Object.keys(LISTS[page].parameters.shape),
  ...Object.keys(LISTS[page].own ?? {}),
];

/** Whether its list still understands all parameters. */
export function isUnderstood(address: string): boolean {
  const now = viewAddress(address);
  return now.ok && now.value === address;
}

export interface ViewDetails extends SavedView {
  /** Whether its list still understands all parameters. */
  understood: boolean;
  may: { change: boolean; takeDown: boolean };
}

export const viewDetails = (actor: Actor, view: SavedView): ViewDetails => ({
  ...view,
  understood: isUnderstood(view.address),
  may: { change: view.owner.id === actor.id, takeDown: mayTakeDown(actor, view) },
});

const NO_VIEW = { path: "address", code: "not-a-view" };

/** Paging is not part of a view. */
const OF_THE_MOMENT = ["cursor", "limit"];

interface List extends ListQuery<unknown> {
  /** Parameters of the page itself: the order of rows, what is opened. */
  own?: Readonly<Record<string, RegExp>>;
  /** Its page accepts `asOf`. */
  past?: boolean;
}

const LISTS: Record<ViewPage, List> = {
  "/pledges": {
    parameters: pledgeParameters,
    parse: parsePledgeFilter,
    own: { columns: /^[a-z]{1,12}(,[a-z]{1,12}){0,19}$/, rows: /^(comfortable|dense)$/ },
    past: true,
  },
  "/unresolved": {
    parameters: itemQuery.parameters,
    parse: parseUnresolvedFilter,
    own: { open: /^[A-Z_]{1,40}$/ },
    past: true,
  },
  "/coverage": {
    parameters: z.strictObject({}),
    parse: ok,
    own: { sort: /^name$/, cell: /^[A-Z]{2,4}-[1-5]$/ },
    past: true,
  },
  "/changes": { parameters: changesParameters, parse: parseWithSince, past: true },
  "/requirements": {
    parameters: requirementParameters,
    parse: parseRequirementFilter,
    own: { day: /^\d{1,4}$/, trigger: /^[A-Z][A-Z0-9_]{1,59}$/ },
    past: true,
  },
  "/conditions": { parameters: keystoneParameters, parse: parseKeystoneFilter, past: true },
  "/sources": { parameters: sourceQuery.parameters, parse: parseSourceFilter, past: true },
  "/review": proposalQuery,
  "/findings": findingQuery,
  "/calendar": {
    parameters: calendarParameters,
    parse: parseCalendarFilter,
    own: { show: /^list$/, month: /^\d{4}-\d{2}$/ },
    past: true,
  },
  "/questions": questionQuery,
  "/inbox": noticeQuery,
  "/entry-lag": lagQuery,
  "/audit": logQuery,
  "/access-log": accessQuery,
};

/** Without `since` its page takes the latest baseline; the view leaves it out, so it does so each time it is opened. */
function parseWithSince(params: URLSearchParams): Result<unknown> {
  return params.has("since") ? parseChangesFilter(params) : parseChangesFilter(withSince(params));
}

function withSince(params: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(params);
  all.set("since", "2026-01-01");
  return all;
}

/** All values of a name: checkboxes of one name are one list. */
function searchIn(address: string): Record<string, string[]> {
  const search: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of new URLSearchParams(address.split("?").slice(1).join("?")))
    (search[name] ??= []).push(value);
  return search;
}

/** Whether leaving the parameter out means the same. */
function isDefault(schema: z.ZodObject, name: string, value: string): boolean {
  const field = schema.shape[name] as z.ZodType;
  return JSON.stringify(field.parse(value)) === JSON.stringify(field.parse(undefined));
}

const namesIn = (parsed: Result<never>): string =>
  parsed.ok ? "" : [...new Set((parsed.refusal.errors ?? []).map(({ path }) => path))].join(", ");

/** Commas and @ stay legible, as in the links of the pages. */
const written = (value: string): string =>
  value.split(",").map(encodeURIComponent).join(",").replaceAll("%40", "@");
