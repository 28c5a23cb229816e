import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayReadLog } from "@/lib/domain/people/actor";
import {
  consistencyProof,
  inclusionProof,
  logState,
  presentConsistency,
  presentLogState,
  presentProof,
} from "@/lib/trust/checkpoints/answers";
import { loadConsistency, loadLogState, loadProof } from "@/lib/trust/checkpoints/queries";
import { consistencyParameters, proofParameters } from "@/lib/trust/checkpoints/schema";

export const checkpointOperations = [
  operation({
    method: "GET",
    path: "/audit/checkpoint",
    summary: "Get the state of the log and how far it is sealed",
    may: mayReadLog,
    answer: one(logState, presentLogState),
    run: ({ actor }) => loadLogState(actor),
  }),
  operation({
    method: "GET",
    path: "/audit/proof",
    summary: "Get a proof that an entry is in the last checkpoint",
    may: mayReadLog,
    query: proofParameters,
    answer: one(inclusionProof, presentProof),
    refuses: ["not-found"],
    run: ({ actor, query }) => loadProof(actor, query.seq),
  }),
  operation({
    method: "GET",
    path: "/audit/consistency",
    summary: "Get a proof that a longer log begins with a shorter one",
    may: mayReadLog,
    query: consistencyParameters,
    answer: one(consistencyProof, presentConsistency),
    run: ({ actor, query }) => loadConsistency(actor, query),
  }),
];
