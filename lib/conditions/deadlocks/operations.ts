import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { listOf } from "@/lib/api/parts";
import { cycle, presentCycles } from "@/lib/conditions/conditions/answers";
import { loadCycles } from "@/lib/conditions/deadlocks/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";

export const deadlockOperations = [
  operation({
    method: "GET",
    path: "/deadlocks",
    summary: "List cycles of pledges that wait for each other, deadlocks first",
    may: mayReadRegister,
    asOf: true,
    answer: one(listOf(cycle), presentCycles),
    run: ({ actor, when }) => loadCycles(actor, when),
  }),
];
