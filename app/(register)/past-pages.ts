// What each page does where its address names a moment of the past.

/** Tells of the past; shows now alone, and says so; only changes the record, and leads to the page that is read; or has a
    moment of its own in its address. */
export type PastOf = "tells" | "now" | "own" | { leadsTo: string };

export function pastOf(path: string): PastOf {
  if (OWN.test(path)) return "own";
  if (TELLS.some((pattern) => pattern.test(path))) return "tells";
  const [, leadsTo] = CHANGES.map((pattern) => pattern.exec(path)).find((match) => match !== null) ?? [];
  return leadsTo === undefined ? "now" : { leadsTo };
}

const TELLS = [
  /^\/unresolved(\/ages)?$/,
  /^\/coverage(\/map|\/over-time)?$/,
  /^\/briefing(\/[A-Z]{2,4})?$/,
  /^\/changes$/,
  /^\/pledges$/,
  /^\/pledges\/[A-Z]{2,4}-\d-\d+$/,
  /^\/participants(\/[A-Z]{2,4})?$/,
  /^\/sources(\/[0-9a-f-]{36})?$/,
  /^\/conditions(\/(?!new$)[^/]+)?$/,
  /^\/requirements(\/(?!new$)[^/]+)?$/,
];

const OWN = /^\/(scenarios|exports|imports)(\/|$)|\/compare$/;

const CHANGES = [
  /^(\/(?:pledges|conditions|requirements|sources))\/new$/,
  /^(\/pledges\/[A-Z]{2,4}-\d-\d+)\/(?:edit|stage|void|condition|evidence|deliveries|approvals|disputes)(?:\/|$)/,
  /^(\/(?:conditions|participants)\/[^/]+)\/edit$/,
  /^(\/requirements\/[^/]+)\/(?:edit|offer)$/,
  /^(\/sources\/[0-9a-f-]{36})\/(?:attach|log|files)(?:\/|$)/,
  /^(\/mine)\/hand-over$/,
];
