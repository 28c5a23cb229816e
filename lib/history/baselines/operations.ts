import { created, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { baseline } from "@/lib/history/baselines/answers";
import { nameBaseline } from "@/lib/history/baselines/commands";
import { loadBaselines } from "@/lib/history/baselines/queries";
import { baselineInput } from "@/lib/history/baselines/schema";

export const baselineOperations = [
  operation({
    method: "GET",
    path: "/baselines",
    summary: "List baselines (named moments), latest first",
    may: mayReadRegister,
    asOf: true,
    answer: wholeList(baseline),
    run: ({ actor, when }) => loadBaselines(actor, when),
  }),
  operation({
    method: "POST",
    path: "/baselines",
    summary: "Name a moment as a baseline for comparisons",
    may: mayDecide,
    body: baselineInput,
    answer: created(baseline, ({ id }) => `/api/v1/changes?since=${id}`),
    run: ({ actor, body }) => nameBaseline(actor, body),
  }),
];
