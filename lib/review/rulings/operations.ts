import { created, list } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { rulingRow } from "@/lib/review/rulings/answers";
import { makeRuling } from "@/lib/review/rulings/commands";
import { rulingQuery } from "@/lib/review/rulings/filter";
import { loadRulings } from "@/lib/review/rulings/queries";
import { rulingInput } from "@/lib/review/rulings/schema";

export const rulingOperations = [
  operation({
    method: "GET",
    path: "/rulings",
    summary: "List rulings on disputes, newest first",
    may: mayReadRegister,
    query: rulingQuery.parameters,
    filter: rulingQuery.parse,
    answer: list(rulingRow),
    run: ({ actor, query }) => loadRulings(actor, query),
  }),
  operation({
    method: "POST",
    path: "/rulings",
    summary: "Rule on a dispute between sources",
    may: mayDecide,
    body: rulingInput,
    answer: created(rulingRow, ({ pledge }) => `/api/v1/rulings?pledge=${pledge}`),
    refuses: ["not-found", "no-such-step", "already-there", "reason-missing"],
    run: ({ actor, body }) => makeRuling(actor, body),
  }),
];
