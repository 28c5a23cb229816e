// The parameters of each page, by route. Lists take what their filter's schema names. The page reports any other:
// a misspelled filter or moment must not look like a view that was asked for.
import type { z } from "zod";
import { nearestName } from "@/lib/domain/details/near-name";
import { addressIn, parameterNames } from "@/lib/domain/base/page-address";
import { exportParameters } from "@/lib/exports/schema";
import { listParameters } from "@/lib/http/view-address";
import { importParameters, rowQuery } from "@/lib/imports/schema";
import { comparedParameters } from "@/lib/history/compare/schema";
import { peopleQuery } from "@/lib/people/people/filter";
import { tokenQuery } from "@/lib/people/tokens/filter";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { candidateParameters } from "@/lib/requirements/filter";
import { sampleParameters } from "@/lib/trust/sample/filter";
import { graphPageParameters } from "@/lib/conditions/graph/filter";
import { DECISIONS_PARAMETER } from "@/lib/conditions/smallest-sets/filter";
import { scenarioParameters } from "@/lib/conditions/scenarios/filter";

export interface UnknownParameter {
  name: string;
  /** The page's parameter that was probably meant; null if none is similar, or if it is given as well. */
  meant: string | null;
}

/** `asOf`: `readAt` takes it for every page, so only pages that read it themselves list it below. */
export function unknownParameters(address: string, { asOf }: { asOf: boolean }): UnknownParameter[] {
  const own = parametersOf(addressIn(address).path);
  if (own === null) return [];
  const known = asOf ? [...own, "asOf"] : own;
  const given = parameterNames(address);
  return given
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearestName(name, known);
      return { name, meant: meant === null || given.includes(meant) ? null : meant };
    });
}

/** Null if there is no such page. */
export const parametersOf = (path: string): readonly string[] | null =>
  PATTERNS.find(({ pattern }) => pattern.test(path))?.parameters ?? null;

const NONE: readonly string[] = [];
/** Whether our reading of conditions counts. */
const READING = ["inferred"];
/** The proposal that a form resubmits. */
const RESUBMITS = ["proposal"];
/** A plain form's result, for the page that it leads back to. */
const FORM_RESULT = ["done", "error"];
const SIGNING_IN = ["next", "error"];
const namesIn = (schema: z.ZodObject): string[] => Object.keys(schema.shape);

export const PAGE_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  "/": NONE,
  "/access-log": listParameters("/access-log"),
  "/admin/people": namesIn(peopleQuery.parameters),
  "/admin/people/[id]": NONE,
  "/admin/people/[id]/hand-over": NONE,
  "/admin/people/new": NONE,
  "/admin/programs": namesIn(tokenQuery.parameters),
  "/admin/settings": NONE,
  "/audit": listParameters("/audit"),
  "/audit/[seq]": NONE,
  "/briefing": READING,
  "/briefing/[code]": READING,
  "/calendar": listParameters("/calendar"),
  "/changes": [...listParameters("/changes"), "sinceOn", "untilOn"],
  "/conditions": [...new Set([...listParameters("/conditions"), ...namesIn(graphPageParameters)])],
  "/conditions/[code]": ["stage", "show", "inferred"],
  "/conditions/[code]/edit": NONE,
  "/conditions/new": NONE,
  "/coverage": listParameters("/coverage"),
  "/coverage/map": ["priority", "cell"],
  "/coverage/over-time": NONE,
  "/coverage/stages": ["priority", "column", "in"],
  "/definitions": NONE,
  "/entry-lag": listParameters("/entry-lag"),
  "/exports": [...namesIn(exportParameters), "what", "filter", "asOf"],
  "/exports/verify": NONE,
  "/findings": listParameters("/findings"),
  "/findings/[id]": NONE,
  "/findings/new": ["about"],
  "/imports": namesIn(importParameters),
  "/imports/[id]": [...namesIn(rowQuery.parameters), "columns"],
  "/inbox": [...listParameters("/inbox"), ...FORM_RESULT],
  "/inbox/[seq]": FORM_RESULT,
  "/inbox/watching": FORM_RESULT,
  "/mine": NONE,
  "/mine/hand-over": NONE,
  "/mine/hand-over/[id]": NONE,
  "/participants": ["sort"],
  "/participants/[code]": NONE,
  "/participants/[code]/edit": NONE,
  "/participants/[code]/searched/[priority]": NONE,
  "/pledges": listParameters("/pledges"),
  "/pledges/[reference]": ["before", "activity", DECISIONS_PARAMETER],
  "/pledges/[reference]/approvals/[id]": [...RESUBMITS, "for"],
  "/pledges/[reference]/compare": [...namesIn(comparedParameters), "fromOn", "toOn", "show"],
  "/pledges/[reference]/condition": RESUBMITS,
  "/pledges/[reference]/deliveries/[id]": NONE,
  "/pledges/[reference]/deliveries/new": NONE,
  "/pledges/[reference]/disputes/[field]": NONE,
  "/pledges/[reference]/edit": [...RESUBMITS, "line", "same", "of", "import", "row"],
  "/pledges/[reference]/evidence": ["for"],
  "/pledges/[reference]/evidence/[id]": NONE,
  "/pledges/[reference]/peek": NONE,
  "/pledges/[reference]/stage": RESUBMITS,
  "/pledges/[reference]/suggest": NONE,
  "/pledges/[reference]/suggestions/[id]": NONE,
  "/pledges/[reference]/void": RESUBMITS,
  "/pledges/new": ["participant", "priority", "replaces"],
  "/profile": FORM_RESULT,
  "/profile/second-factor": ["error"],
  "/profile/tokens": NONE,
  "/profile/webhooks": NONE,
  "/questions": listParameters("/questions"),
  "/questions/[id]": ["evidence"],
  "/questions/new": ["about", "code"],
  "/requirements": listParameters("/requirements"),
  "/requirements/[reference]": [DECISIONS_PARAMETER],
  "/requirements/[reference]/edit": NONE,
  "/requirements/[reference]/offer": namesIn(candidateParameters),
  "/requirements/[reference]/offers/[id]": NONE,
  "/requirements/new": NONE,
  "/review": listParameters("/review"),
  "/review/accounts": NONE,
  "/review/accounts/[id]": NONE,
  "/review/[id]": namesIn(proposalQuery.parameters),
  "/sample": namesIn(sampleParameters),
  "/scenarios": namesIn(scenarioParameters),
  "/scenarios/[id]": ["priority"],
  "/scenarios/new": ["asOf", "asOfOn", "suppose", "priority", "add", "subject", "value"],
  "/set-password/[token]": ["error"],
  "/sign-in": SIGNING_IN,
  "/sign-in/code": SIGNING_IN,
  "/sign-in/set-up": SIGNING_IN,
  "/sources": listParameters("/sources"),
  "/sources/[id]": NONE,
  "/sources/[id]/attach": NONE,
  "/sources/[id]/drafts": ["row", "error", "done"],
  "/sources/[id]/drafts/[draft]": NONE,
  "/sources/[id]/files/[file]": NONE,
  "/sources/[id]/log": NONE,
  "/sources/new": NONE,
  "/unresolved": listParameters("/unresolved"),
  "/unresolved/ages": NONE,
  "/views": NONE,
  "/views/[id]": NONE,
  "/views/new": ["address"],
};

/** In the framework's order: a page with a fixed name before one whose name is a parameter. */
const PATTERNS = Object.entries(PAGE_PARAMETERS)
  .map(([route, parameters]) => ({
    pattern: new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}$`),
    parameters,
    open: route.split("[").length,
  }))
  .sort((a, b) => a.open - b.open);
