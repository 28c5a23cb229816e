import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { keystones, presentKeystones } from "@/lib/conditions/conditions/answers";
import { keystoneParameters, parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import { loadKeystones } from "@/lib/conditions/keystones/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";

export const keystoneOperations = [
  operation({
    method: "GET",
    path: "/keystones",
    summary: "List what holds pledges back, with the pledges that each would free",
    may: mayReadRegister,
    query: keystoneParameters,
    filter: parseKeystoneFilter,
    asOf: true,
    answer: one(keystones, presentKeystones),
    run: ({ actor, when, query }) => loadKeystones(actor, query, when),
  }),
];
