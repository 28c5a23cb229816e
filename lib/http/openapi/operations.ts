// Every operation of the API, in the order of the contract: what it takes, what it answers, how it may fail.
import { z } from "zod";
import { approvalParameters } from "@/lib/approvals/filter";
import { approvalChanges, approvalInput } from "@/lib/approvals/schema";
import { commentInput } from "@/lib/comments/schema";
import type { RefusalCode } from "@/lib/domain/refusal";
import { peopleParameters } from "@/lib/people/filter";
import { personChanges, personInput } from "@/lib/people/schema";
import { historyParameters, pledgeParameters } from "@/lib/pledges/filter";
import { confirmInput, evidenceInput, pledgeChanges, pledgeInput, retractInput, stageInput, voidInput } from "@/lib/pledges/schema";
import { sourceParameters } from "@/lib/sources/filter";
import { sourceInput } from "@/lib/sources/schema";
import { unresolvedParameters } from "@/lib/unresolved/schema";
import { coverage, definitions, me, participant, person, priorityAnswer, unresolved } from "./figures";
import { approval, comment, history, listOf, pledge, pledgeRow, source } from "./records";

export interface Operation {
  method: "get" | "post" | "patch";
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  mayBeEmpty?: boolean;
  /** What `If-Match` is to it. */
  version?: "required" | "optional";
  /** Null: not JSON. */
  answer: z.ZodType | null;
  status?: 201;
  refuses?: readonly RefusalCode[];
}

const KEEPS = ["role", "another-desk"] as const;
const OF_STAGES = [
  "already-there", "no-such-step", "reason-missing", "evidence-missing", "quantity-missing", "window-missing",
  "approval-open", "successor-missing",
] as const; // prettier-ignore

export const OPERATIONS: readonly Operation[] = [
  { method: "get", path: "/me", summary: "Who is asking", answer: me },
  { method: "get", path: "/priorities", summary: "The five priorities", answer: listOf(priorityAnswer) },
  { method: "get", path: "/participants", summary: "All participants", answer: listOf(participant) },
  { method: "get", path: "/participants/{code}", summary: "One participant", answer: participant, refuses: ["not-found"] },
  { method: "get", path: "/definitions", summary: "Stages, bars, transitions, codes", answer: definitions },
  { method: "get", path: "/openapi.json", summary: "This description", answer: z.looseObject({ openapi: z.string() }) },
  { method: "get", path: "/pledges", summary: "Pledges, filtered and sorted", query: pledgeParameters, answer: listOf(pledgeRow), refuses: ["role"] },
  { method: "get", path: "/pledges.csv", summary: "The same view as CSV", query: pledgeParameters, answer: null, refuses: ["role"] },
  { method: "post", path: "/pledges", summary: "Log a pledge", body: pledgeInput, answer: pledge, status: 201, refuses: [...KEEPS, "reason-missing", "evidence-missing"] },
  { method: "get", path: "/pledges/{reference}", summary: "One pledge", answer: pledge, refuses: ["role", "not-found"] },
  { method: "patch", path: "/pledges/{reference}", summary: "Change what a pledge says", body: pledgeChanges, version: "required", answer: pledge, refuses: [...KEEPS, "not-found", "no-such-step", "reason-missing"] },
  { method: "post", path: "/pledges/{reference}/stage", summary: "Set the stage", body: stageInput, version: "required", answer: pledge, refuses: [...KEEPS, "not-found", ...OF_STAGES] },
  { method: "post", path: "/pledges/{reference}/confirm", summary: "Confirm that the record still holds", body: confirmInput, mayBeEmpty: true, answer: pledge, refuses: [...KEEPS, "not-found", "no-such-step"] },
  { method: "post", path: "/pledges/{reference}/void", summary: "Make a pledge void", body: voidInput, version: "optional", answer: pledge, refuses: [...KEEPS, "not-found", "no-such-step", "reason-missing"] },
  { method: "post", path: "/pledges/{reference}/evidence", summary: "Add evidence", body: evidenceInput, answer: pledge, status: 201, refuses: [...KEEPS, "not-found", "no-such-step"] },
  { method: "post", path: "/pledges/{reference}/comments", summary: "Comment", body: commentInput, answer: comment, status: 201, refuses: [...KEEPS, "not-found"] },
  { method: "get", path: "/pledges/{reference}/history", summary: "What happened to a pledge, newest first", query: historyParameters, answer: history, refuses: ["role", "not-found"] },
  { method: "post", path: "/evidence/{id}/retract", summary: "Retract evidence", body: retractInput, answer: pledge, refuses: [...KEEPS, "not-found", "already-there", "no-such-step", "reason-missing"] },
  { method: "get", path: "/approvals", summary: "National approvals", query: approvalParameters, answer: listOf(approval), refuses: ["role"] },
  { method: "post", path: "/approvals", summary: "Record an approval", body: approvalInput, answer: approval, status: 201, refuses: [...KEEPS, "reason-missing"] },
  { method: "get", path: "/approvals/{id}", summary: "One approval", answer: approval, refuses: ["role", "not-found"] },
  { method: "patch", path: "/approvals/{id}", summary: "Change an approval", body: approvalChanges, version: "required", answer: approval, refuses: [...KEEPS, "not-found", "reason-missing"] },
  { method: "get", path: "/sources", summary: "Sources", query: sourceParameters, answer: listOf(source), refuses: ["role"] },
  { method: "post", path: "/sources", summary: "Record a source", body: sourceInput, answer: source, status: 201, refuses: ["role"] },
  { method: "get", path: "/sources/{id}", summary: "One source, and what rests on it", answer: source, refuses: ["role", "not-found"] },
  { method: "get", path: "/unresolved", summary: "What is unresolved: figures, groups, items", query: unresolvedParameters, answer: unresolved, refuses: ["role"] },
  { method: "get", path: "/coverage", summary: "A cell for every participant and priority", answer: coverage, refuses: ["role"] },
  { method: "get", path: "/people", summary: "Accounts", query: peopleParameters, answer: listOf(person), refuses: ["role"] },
  { method: "post", path: "/people", summary: "Create an account", body: personInput, answer: person, status: 201, refuses: ["role"] },
  { method: "get", path: "/people/{id}", summary: "One account", answer: person, refuses: ["role", "not-found"] },
  { method: "patch", path: "/people/{id}", summary: "Change or disable an account", body: personChanges, version: "required", answer: person, refuses: ["role", "not-found"] },
  { method: "post", path: "/people/{id}/sign-out", summary: "End all sessions of a person", body: z.strictObject({}), mayBeEmpty: true, answer: person, refuses: ["role", "not-found"] },
  { method: "post", path: "/people/{id}/link", summary: "A new link for setting the password", body: z.strictObject({}), mayBeEmpty: true, answer: person, refuses: ["role", "not-found"] },
];
