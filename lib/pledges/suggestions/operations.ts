import { created, one, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId, byReference } from "@/lib/api/params";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { maySuggest } from "@/lib/domain/proposals/suggestion";
import {
  knownSuggestion,
  presentKnown,
  presentSuggestion,
  suggestion,
} from "@/lib/pledges/suggestions/answers";
import { answerSuggestion, suggestChange } from "@/lib/pledges/suggestions/commands";
import { loadSuggestionsOn } from "@/lib/pledges/suggestions/queries";
import { suggestionAnswer, suggestionInput, suggestionParameters } from "@/lib/pledges/suggestions/schema";

export const suggestionOperations = [
  operation({
    method: "GET",
    path: "/pledges/{reference}/suggestions",
    summary: "List the changes suggested to the desk of a pledge, newest first",
    may: mayReadRegister,
    params: byReference,
    query: suggestionParameters,
    answer: wholeList(knownSuggestion, presentKnown),
    run: ({ actor, path, query }) => loadSuggestionsOn(actor, { reference: path, isOpen: false, ...query }),
  }),
  operation({
    method: "POST",
    path: "/pledges/{reference}/suggestions",
    summary: "Suggest a change to the desk of a pledge",
    may: maySuggest,
    params: byReference,
    body: suggestionInput,
    answer: created(suggestion, ({ pledge }) => `/api/v1/pledges/${pledge}/suggestions`, presentSuggestion),
    refuses: ["no-such-step"],
    run: ({ actor, path, body }) => suggestChange(actor, { reference: path, ...body }),
  }),
  operation({
    method: "POST",
    path: "/suggestions/{id}/answer",
    summary: "Take up a suggestion (which by itself changes nothing), or decline it with a reason",
    may: mayKeepRecords,
    params: byId,
    body: suggestionAnswer,
    answer: one(suggestion, presentSuggestion),
    refuses: ["another-desk", "own-proposal", "reason-missing", "no-such-step"],
    run: ({ actor, path, body }) => answerSuggestion(actor, { id: path, ...body }),
  }),
];
