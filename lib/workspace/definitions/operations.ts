import { one, wholeList } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { ok } from "@/lib/domain/base/result";
import {
  allDefinitions,
  definitions,
  presentPriority,
  priorityAnswer,
} from "@/lib/workspace/definitions/answers";

export const definitionOperations = [
  operation({
    method: "GET",
    path: "/priorities",
    summary: "List the five priorities",
    may: anyone,
    answer: wholeList(priorityAnswer, presentPriority),
    run: () => ok(PRIORITIES),
  }),
  operation({
    method: "GET",
    path: "/definitions",
    summary: "Get the definitions: stages, bars, transitions, codes",
    may: anyone,
    answer: one(definitions, allDefinitions),
    run: () => ok(null),
  }),
];
