import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { presentSample, sample } from "@/lib/trust/sample/answers";
import { parseSample, sampleParameters } from "@/lib/trust/sample/filter";
import { loadSample } from "@/lib/trust/sample/queries";

export const sampleOperations = [
  operation({
    method: "GET",
    path: "/sample",
    summary: "Draw a random sample of records; the same seed at the same position draws the same records",
    may: mayReadRegister,
    query: sampleParameters,
    filter: parseSample,
    answer: one(sample, presentSample),
    run: ({ actor, query }) => loadSample(actor, query),
  }),
];
