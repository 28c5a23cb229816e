// What each page does when its address names a past moment.

/**
 * `tells`: shows the past. `now`: shows only the present, and says so. `own`: its address has its own moment.
 * `leadsTo`: it only changes the record, so it redirects to the page for reading.
 */
export type PastOf = "tells" | "now" | "own" | { leadsTo: string };

export function pastOf(path: string): PastOf {
  if (OWN.test(path)) return "own";
  if (TELLS.some((pattern) => pattern.test(path))) return "tells";
  const [, leadsTo] = CHANGES.map((pattern) => pattern.exec(path)).find((match) => match !== null) ?? [];
  return leadsTo === undefined ? "now" : { leadsTo };
}

const TELLS = [
  /^\/$/,
  /^\/unresolved(\/ages)?$/,
  /^\/coverage(\/map|\/over-time)?$/,
  /^\/briefing(\/[A-Z]{2,4})?$/,
  /^\/calendar$/,
  /^\/changes$/,
  /^\/pledges$/,
  /^\/pledges\/[A-Z]{2,4}-\d-\d+(\/peek)?$/,
  /^\/participants(\/[A-Z]{2,4})?$/,
  /^\/sources(\/[0-9a-f-]{36})?$/,
  /^\/conditions(\/(?!new$)[^/]+)?$/,
  /^\/requirements(\/(?!new$)[^/]+)?$/,
];

const OWN = /^\/(scenarios|exports|imports)(\/|$)|\/compare$/;

const CHANGES = [
  /^(\/(?:pledges|conditions|requirements|sources))\/new$/,
  /^(\/pledges\/[A-Z]{2,4}-\d-\d+)\/(?:edit|stage|void|suggest|suggestions|condition|evidence|deliveries|approvals|disputes)(?:\/|$)/,
  /^(\/(?:conditions|participants)\/[^/]+)\/edit$/,
  /^(\/participants\/[A-Z]{2,4})\/searched\/[^/]+$/,
  /^(\/requirements\/[^/]+)\/(?:edit|offer)$/,
  /^(\/sources\/[0-9a-f-]{36})\/(?:attach|log|drafts|files)(?:\/|$)/,
  /^(\/mine)\/hand-over$/,
];
