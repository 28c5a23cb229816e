import { z } from "zod";
import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { answers } from "@/lib/api/parts";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { ok, type Result } from "@/lib/domain/base/result";
import type { NamedValue } from "@/lib/domain/details/typed-suggestions";
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { participantName } from "@/lib/i18n/words/participant-name";
import { loadOwners } from "@/lib/people/people/queries";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { termParameters } from "@/lib/pledges/terms/filter";
import { loadTerms, type CountedTerm } from "@/lib/pledges/terms/queries";
import type { TypedList } from "@/lib/domain/details/list-keys";
import { parseParameters } from "@/lib/schema/parameters";

const filterTerm = z
  .object({
    key: z.string(),
    text: z.string(),
    name: z.string(),
    count: z.int().nullable(),
    capped: z.boolean(),
  })
  .register(answers, { id: "FilterTerm" });

interface FilterTermsQuery {
  typed: string;
  asked: URLSearchParams;
  list: TypedList;
}

export const filterTermOperations = [
  operation({
    method: "GET",
    path: "/filter-terms",
    summary: "Suggest filters for text typed into the filter of a list; for pledges, with counts",
    may: mayReadRegister,
    query: termParameters,
    filter: parseTerms,
    asOf: true,
    answer: one(z.object({ items: z.array(filterTerm) }), (items: CountedTerm[]) => ({ items })),
    run: async ({ actor, query, when }) => loadTerms(actor, query, await namedValues(actor, when), when),
  }),
];

function parseTerms(params: URLSearchParams): Result<FilterTermsQuery> {
  const parsed = parseParameters(termParameters, params);
  if (!parsed.ok) return parsed;
  const asked = new URLSearchParams(params);
  for (const name of ["typed", "list"]) asked.delete(name);
  const { typed, list } = parsed.value;
  return ok({ typed, list, asked });
}

async function namedValues(actor: Actor, at: NowOrAsOf): Promise<NamedValue[]> {
  const [participants, owners] = await Promise.all([loadParticipantList(actor, at), loadOwners(actor, at)]);
  return [
    ...(participants.ok ? participants.value : []).map(({ code, names }) => ({
      key: "who",
      value: code,
      name: participantName({ code, names }),
    })),
    ...(owners.ok ? owners.value : []).map(({ email, name }) => ({ key: "owner", value: email, name })),
  ];
}
