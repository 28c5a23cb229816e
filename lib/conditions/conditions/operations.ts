import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byTrigger } from "@/lib/api/params";
import { presentEffect, triggerEffect } from "@/lib/conditions/conditions/answers";
import { effectParameters } from "@/lib/conditions/conditions/filter";
import { loadEffect } from "@/lib/conditions/conditions/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";

export const conditionOperations = [
  operation({
    method: "GET",
    path: "/triggers/{code}/effect",
    summary: "Effect of a trigger being in a given state",
    may: mayReadRegister,
    params: byTrigger,
    query: effectParameters,
    answer: one(triggerEffect, presentEffect),
    run: ({ actor, at, path, query }) => loadEffect(actor, path, query, at),
  }),
];
