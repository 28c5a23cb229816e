import { z } from "zod";
import { created, one, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { mayKeepPeople, mayReadPeople } from "@/lib/domain/people/actor";
import { asksForPower } from "@/lib/domain/people/person";
import { signInGroup } from "@/lib/people/sign-in-groups/answers";
import { addSignInGroup, removeSignInGroup } from "@/lib/people/sign-in-groups/commands";
import { loadSignInGroups } from "@/lib/people/sign-in-groups/queries";
import { signInGroupInput } from "@/lib/people/sign-in-groups/schema";

export const signInGroupOperations = [
  operation({
    method: "GET",
    path: "/sign-in-groups",
    summary: "List the organisation’s groups and the rights that each gives an account at its next sign-in",
    may: mayReadPeople,
    answer: wholeList(signInGroup),
    run: ({ actor }) => loadSignInGroups(actor),
  }),
  operation({
    method: "POST",
    path: "/sign-in-groups",
    summary:
      "Add a group of the organisation with the rights that it gives; power is proposed for each account",
    may: mayKeepPeople,
    body: signInGroupInput,
    proof: asksForPower,
    answer: created(signInGroup, null),
    run: ({ actor, body }) => addSignInGroup(actor, body),
  }),
  operation({
    method: "POST",
    path: "/sign-in-groups/{id}/remove",
    summary:
      "Remove a group; accounts lose what it gave at their next sign-in, or keep their rights if none is left",
    may: mayKeepPeople,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: one(signInGroup),
    run: ({ actor, path }) => removeSignInGroup(actor, { id: path }),
  }),
];
