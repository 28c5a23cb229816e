import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byReference, byRequirement } from "@/lib/api/params";
import { presentSmallestSets, smallestSetsAnswer } from "@/lib/conditions/smallest-sets/answers";
import {
  firmParameters,
  parseFirmFilter,
  parseStartFilter,
  startParameters,
} from "@/lib/conditions/smallest-sets/filter";
import { loadSetsForPledge, loadSetsForRequirement } from "@/lib/conditions/smallest-sets/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { afterOthers } from "@/lib/platform/in-turns";

export const smallestSetsOperations = [
  operation({
    method: "GET",
    path: "/pledges/{reference}/smallest-sets",
    summary: "Smallest sets of decisions that would let a pledge start",
    may: mayReadRegister,
    params: byReference,
    query: startParameters,
    filter: parseStartFilter,
    asOf: true,
    answer: one(smallestSetsAnswer, presentSmallestSets),
    run: ({ actor, when, path, query }) => afterOthers(() => loadSetsForPledge(actor, path, query, when)),
  }),
  operation({
    method: "GET",
    path: "/requirements/{reference}/smallest-sets",
    summary: "Smallest sets of decisions that would make a requirement firm",
    may: mayReadRegister,
    params: byRequirement,
    query: firmParameters,
    filter: parseFirmFilter,
    asOf: true,
    answer: one(smallestSetsAnswer, presentSmallestSets),
    run: ({ actor, when, path, query }) =>
      afterOthers(() => loadSetsForRequirement(actor, path, query, when)),
  }),
];
