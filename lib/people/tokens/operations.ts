import { z } from "zod";
import { created, list, one, wholeList } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { byToken } from "@/lib/api/params";
import { mayReadPeople } from "@/lib/domain/people/actor";
import { newToken, ownToken, tokenOfPerson } from "@/lib/people/tokens/answers";
import { makeToken, revokeToken } from "@/lib/people/tokens/commands";
import { tokenQuery } from "@/lib/people/tokens/filter";
import { loadOwnTokens, loadTokens } from "@/lib/people/tokens/queries";
import { tokenInput } from "@/lib/people/tokens/schema";

export const tokenOperations = [
  operation({
    method: "GET",
    path: "/me/tokens",
    summary: "List your tokens for programs: those that are open, and those that ended within the last month",
    may: anyone,
    answer: wholeList(ownToken),
    run: ({ actor }) => loadOwnTokens(actor),
  }),
  operation({
    method: "POST",
    path: "/me/tokens",
    summary: "Make a token for a program; only this response shows it",
    may: anyone,
    body: tokenInput,
    proof: () => true,
    answer: created(newToken, null),
    run: ({ actor, body }) => makeToken(actor, body),
  }),
  operation({
    method: "GET",
    path: "/tokens",
    summary: "List everyone’s tokens for programs, newest first",
    may: mayReadPeople,
    query: tokenQuery.parameters,
    filter: tokenQuery.parse,
    answer: list(tokenOfPerson),
    run: ({ actor, query }) => loadTokens(actor, query),
  }),
  operation({
    method: "POST",
    path: "/tokens/{number}/revoke",
    summary: "Revoke a token: your own, or as an administrator anyone’s",
    isUnlimited: true,
    may: anyone,
    params: byToken,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: one(ownToken),
    run: ({ actor, path }) => revokeToken(actor, { number: Number(path) }),
  }),
];
