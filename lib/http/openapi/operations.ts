// Every operation of the API, in the order of the contract: parameters, answers, refusals.
import { z } from "zod";
import { accessParameters } from "@/lib/oversight/access/filter";
import { logParameters } from "@/lib/history/audit/filter";
import { approvalParameters } from "@/lib/pledges/approvals/filter";
import { approvalChanges, approvalInput } from "@/lib/pledges/approvals/schema";
import { baselineInput } from "@/lib/history/baselines/schema";
import { changesParameters } from "@/lib/history/changes/filter";
import { consistencyParameters, proofParameters } from "@/lib/trust/checkpoints/schema";
import { commentInput } from "@/lib/pledges/comments/schema";
import { confirmationInput, deliveryInput, retractionInput } from "@/lib/pledges/deliveries/schema";
import { coverageParameters } from "@/lib/unresolved/coverage/schema";
import { fileParameters } from "@/lib/pledges/files/schema";
import { effectParameters } from "@/lib/conditions/conditions/filter";
import { exportInput, exportParameters, previewParameters } from "@/lib/exports/schema";
import {
  cellsInput,
  IMPORT_FILE_TYPES,
  importParameters,
  mappingInput,
  stopInput,
  rowParameters,
  runInput,
  undoInput,
  uploadParameters,
} from "@/lib/imports/schema";
import type { RefusalCode } from "@/lib/domain/base/refusal";
import { lagParameters } from "@/lib/oversight/entry-lag/filter";
import { findingParameters } from "@/lib/oversight/findings/filter";
import { entryInput, findingInput } from "@/lib/oversight/findings/schema";
import { handoverInput, handoverParameters } from "@/lib/people/handovers/schema";
import { noticeParameters } from "@/lib/inbox/inbox/filter";
import { choiceChanges, markInput } from "@/lib/inbox/inbox/schema";
import { keystoneParameters } from "@/lib/conditions/keystones/filter";
import { participantChanges } from "@/lib/people/participants/schema";
import { peopleParameters } from "@/lib/people/people/filter";
import { languageInput, personChanges, personInput } from "@/lib/people/people/schema";
import { historyParameters, pledgeParameters } from "@/lib/pledges/pledges/filter";
import {
  changeManyInput,
  confirmInput,
  confirmManyInput,
  evidenceInput,
  pledgeChanges,
  pledgeInput,
  retractInput,
  stageInput,
  voidInput,
} from "@/lib/pledges/pledges/schema";
import { conditionInput, conditionPart } from "@/lib/pledges/pledges/condition-schema";
import { placeParameters } from "@/lib/workspace/places/filter";
import { proposalParameters } from "@/lib/review/proposals/filter";
import { decisionInput, withdrawInput } from "@/lib/review/proposals/schema";
import { requirementParameters } from "@/lib/requirements/filter";
import { offerInput, offerWithdrawal, requirementChanges, requirementInput } from "@/lib/requirements/schema";
import { questionParameters } from "@/lib/oversight/questions/filter";
import {
  answerInput,
  questionInput,
  reopeningInput,
  withdrawalInput,
} from "@/lib/oversight/questions/schema";
import { sampleParameters } from "@/lib/trust/sample/filter";
import { scenarioParameters } from "@/lib/conditions/scenarios/filter";
import { previewInput, scenarioChanges, scenarioInput } from "@/lib/conditions/scenarios/schema";
import { rulingParameters } from "@/lib/review/rulings/filter";
import { rulingInput } from "@/lib/review/rulings/schema";
import { settingsChanges } from "@/lib/workspace/settings/schema";
import { sourceParameters } from "@/lib/pledges/sources/filter";
import { fileInput, fileRetraction, sourceInput } from "@/lib/pledges/sources/schema";
import { cancelInput, triggerChanges, triggerInput } from "@/lib/conditions/triggers/schema";
import { unresolvedParameters } from "@/lib/unresolved/unresolved/schema";
import { viewChanges, viewInput, viewRemoval } from "@/lib/workspace/views/schema";
import { watchInput } from "@/lib/inbox/watches/schema";
import { accessEntry } from "./access";
import { consistencyProof, inclusionProof, logState } from "./checkpoints";
import { cycle, keystones, triggerEffect } from "./conditions";
import { importJob, importMapping, importRow } from "./imports";
import { logEntry, logSheet } from "./audit";
import { baseline, changes } from "./changes";
import {
  coverage,
  definitions,
  me,
  participant,
  person,
  priorityAnswer,
  settings,
  unresolvedSchema,
} from "./figures";
import { entryLag, finding, findingRow, findingSheet, sample } from "./findings";
import { exportJob, exportPreview } from "./exports";
import { choices, marked, notice, watch, watchSet } from "./inbox";
import { listOf } from "./parts";
import { question, questionRow, questionSheet } from "./questions";
import { place, savedView } from "./places";
import {
  approval,
  changedMany,
  comment,
  confirmations,
  delivery,
  handover,
  history,
  pledge,
  pledgeRow,
  proposal,
  proposalRow,
  readFile,
  receivedFile,
  rulingRow,
  source,
  sourceRow,
  sourceSheet,
  trigger,
  triggerChange,
} from "./records";
import { offer, requirement, requirementRow, requirementSheet } from "./requirements";
import { scenario, scenarioPreview, scenarioRow, scenarioSheet } from "./scenarios";

export interface Operation {
  method: "get" | "post" | "put" | "patch";
  path: string;
  summary: string;
  query?: z.ZodObject;
  /** Accepts `asOf`, a moment in the past. */
  asOf?: boolean;
  body?: z.ZodType;
  /** Media types of an uploaded file, in place of JSON. */
  sends?: readonly string[];
  mayBeEmpty?: boolean;
  version?: "required" | "optional";
  /** Null: not JSON, but CSV, or what `file` says. */
  answer: z.ZodType | null;
  file?: "application/zip" | "application/octet-stream";
  /** Takes no Idempotency-Key. */
  keyless?: boolean;
  status?: 201 | 202;
  /** 202 with the proposal where the change needs a decision. */
  mayPropose?: boolean;
  /** 202 with the progress where so many pledges are affected that the change is prepared first. */
  mayPrepare?: boolean;
  refuses?: readonly RefusalCode[];
}

const KEEPS = ["role", "another-desk"] as const;
const OF_STAGES = [
  "already-there",
  "no-such-step",
  "reason-missing",
  "evidence-missing",
  "quantity-missing",
  "window-missing",
  "approval-open",
  "condition-open",
  "successor-missing",
] as const;

type More = Omit<Operation, "method" | "path" | "summary" | "answer">;
type Make = (path: string, summary: string, answer: Operation["answer"], more?: More) => Operation;

const get: Make = (path, summary, answer, more = {}) => ({ method: "get", path, summary, answer, ...more });
const post: Make = (path, summary, answer, more = {}) => ({ method: "post", path, summary, answer, ...more });
const patch: Make = (path, summary, answer, more = {}) => ({
  method: "patch",
  path,
  summary,
  answer,
  version: "required",
  ...more,
});

const put: Make = (path, summary, answer, more = {}) => ({
  method: "put",
  path,
  summary,
  answer,
  version: "required",
  ...more,
});

/** All rows of a view: `cursor` and `limit` are accepted and ignored. */
const csv = (path: string, summary: string, query: z.ZodObject): Operation =>
  get(path, summary, null, { query, asOf: true, refuses: ["role"] });

export const OPERATIONS: readonly Operation[] = [
  get("/me", "Who is asking", me),
  post("/me/language", "The language in which one reads the register, and is answered", me, {
    body: languageInput,
  }),
  get("/priorities", "The five priorities", listOf(priorityAnswer)),
  get("/places", "Pages, and records that have these words", z.strictObject({ items: z.array(place) }), {
    query: placeParameters,
    asOf: true,
  }),
  get("/views", "Saved views: one’s own, and what others share", listOf(savedView)),
  post("/views", "Save a view of a list", savedView, { body: viewInput, status: 201, refuses: ["role"] }),
  get("/views/{id}", "One saved view", savedView, { refuses: ["not-found"] }),
  patch("/views/{id}", "Rename a view, share it or end that", savedView, {
    body: viewChanges,
    refuses: ["role", "not-found"],
  }),
  post("/views/{id}/remove", "Remove a view of one’s own", z.strictObject({ id: z.uuid() }), {
    body: viewRemoval,
    mayBeEmpty: true,
    refuses: ["role", "not-found"],
  }),
  get("/participants", "All participants", listOf(participant), { asOf: true }),
  get("/participants/{code}", "One participant", participant, { asOf: true, refuses: ["not-found"] }),
  patch("/participants/{code}", "Change names, role or joining", participant, {
    body: participantChanges,
    refuses: ["role", "not-found"],
  }),
  get("/definitions", "Stages, bars, transitions, codes", definitions),
  get("/openapi.json", "This description", z.looseObject({ openapi: z.string() })),
  get("/pledges", "Pledges, filtered and sorted", listOf(pledgeRow), {
    query: pledgeParameters,
    asOf: true,
    refuses: ["role"],
  }),
  csv("/pledges.csv", "The view of /pledges as CSV", pledgeParameters),
  csv("/unresolved.csv", "The items of /unresolved as CSV", unresolvedParameters),
  csv("/coverage.csv", "The cells of /coverage as CSV", coverageParameters),
  csv("/requirements.csv", "The view of /requirements as CSV", requirementParameters),
  csv("/sources.csv", "The view of /sources as CSV", sourceParameters),
  csv("/changes.csv", "The view of /changes as CSV", changesParameters),
  get("/participants.csv", "All participants as CSV", null, { asOf: true }),
  post("/pledges", "Log a pledge", pledge, {
    body: pledgeInput,
    status: 201,
    refuses: [...KEEPS, "reason-missing", "evidence-missing"],
  }),
  get("/pledges/{reference}", "One pledge, or as it was on record at a moment", pledge, {
    asOf: true,
    refuses: ["role", "not-found"],
  }),
  patch("/pledges/{reference}", "Change what a pledge says", pledge, {
    body: pledgeChanges,
    mayPropose: true,
    refuses: [...KEEPS, "not-found", "no-such-step", "reason-missing", "proposal-open"],
  }),
  post("/pledges/{reference}/stage", "Set or propose a stage", pledge, {
    body: stageInput,
    version: "required",
    mayPropose: true,
    refuses: [...KEEPS, "not-found", ...OF_STAGES, "proposal-open"],
  }),
  put("/pledges/{reference}/condition", "Say what must hold before it can start", pledge, {
    body: conditionInput.extend({ condition: conditionPart.nullable() }),
    mayPropose: true,
    refuses: [...KEEPS, "not-found", "no-such-step", "reason-missing", "proposal-open"],
  }),
  post("/pledges/{reference}/confirm", "Confirm that the record still holds", pledge, {
    body: confirmInput,
    mayBeEmpty: true,
    refuses: [...KEEPS, "not-found", "no-such-step"],
  }),
  post("/pledges/confirm", "Confirm several, each with its outcome", confirmations, {
    body: confirmManyInput,
    refuses: ["role"],
  }),
  post("/pledges/change", "Change owner, next step or due date of several, or confirm them", changedMany, {
    body: changeManyInput,
    refuses: ["role"],
  }),
  post("/pledges/{reference}/void", "Make a pledge void", pledge, {
    body: voidInput,
    version: "optional",
    mayPropose: true,
    refuses: [...KEEPS, "not-found", "no-such-step", "reason-missing", "proposal-open"],
  }),
  post("/pledges/{reference}/evidence", "Add evidence", pledge, {
    body: evidenceInput,
    status: 201,
    refuses: [...KEEPS, "not-found", "no-such-step"],
  }),
  post("/pledges/{reference}/comments", "Comment", comment, {
    body: commentInput,
    status: 201,
    refuses: [...KEEPS, "not-found"],
  }),
  post("/pledges/{reference}/deliveries", "Report a delivery", delivery, {
    body: deliveryInput,
    status: 201,
    refuses: [...KEEPS, "not-found", "no-such-step"],
  }),
  get("/deliveries/{id}", "One delivery report", delivery, { refuses: ["role", "not-found"] }),
  post("/deliveries/{id}/confirm", "Record the recipient's confirmation", delivery, {
    body: confirmationInput,
    refuses: [...KEEPS, "not-found", "already-there", "no-such-step"],
  }),
  post("/deliveries/{id}/retract", "Retract a delivery report", delivery, {
    body: retractionInput,
    refuses: [...KEEPS, "not-found", "already-there", "no-such-step", "reason-missing"],
  }),
  get("/pledges/{reference}/history", "What happened to a pledge, newest first", history, {
    query: historyParameters,
    asOf: true,
    refuses: ["role", "not-found"],
  }),
  post("/evidence/{id}/retract", "Retract evidence", pledge, {
    body: retractInput,
    refuses: [...KEEPS, "not-found", "already-there", "no-such-step", "reason-missing"],
  }),
  get("/approvals", "National approvals", listOf(approval), {
    query: approvalParameters,
    asOf: true,
    refuses: ["role"],
  }),
  post("/approvals", "Record an approval", approval, {
    body: approvalInput,
    status: 201,
    mayPropose: true,
    refuses: [...KEEPS, "reason-missing"],
  }),
  get("/approvals/{id}", "One approval", approval, { asOf: true, refuses: ["role", "not-found"] }),
  patch("/approvals/{id}", "Change an approval", approval, {
    body: approvalChanges,
    mayPropose: true,
    refuses: [...KEEPS, "not-found", "reason-missing", "proposal-open"],
  }),
  get("/proposals", "Proposals, oldest first; without a status, those that wait", listOf(proposalRow), {
    query: proposalParameters,
    refuses: ["role"],
  }),
  get("/proposals/{id}", "One proposal", proposalRow, { refuses: ["role", "not-found"] }),
  post("/proposals/{id}/decision", "Approve a proposal or send it back", proposal, {
    body: decisionInput,
    refuses: ["role", "own-proposal", "not-found", "proposal-closed", "version", ...OF_STAGES],
  }),
  post("/proposals/{id}/withdraw", "Withdraw one's own proposal", proposal, {
    body: withdrawInput,
    mayBeEmpty: true,
    refuses: ["role", "not-found", "proposal-closed"],
  }),
  get("/triggers", "Facts of the world that pledges wait for", listOf(trigger), {
    asOf: true,
    refuses: ["role"],
  }),
  post("/triggers", "Record a trigger", trigger, {
    body: triggerInput,
    status: 201,
    refuses: ["role", "already-there", "evidence-missing"],
  }),
  get("/triggers/{code}", "One trigger", trigger, { asOf: true, refuses: ["role", "not-found"] }),
  get("/triggers/{code}/effect", "What would follow if it were so", triggerEffect, {
    query: effectParameters,
    refuses: ["role", "not-found"],
  }),
  patch("/triggers/{code}", "Change a trigger, with its evidence", trigger, {
    body: triggerChanges,
    mayPrepare: true,
    refuses: ["role", "not-found", "evidence-missing", "in-progress"],
  }),
  get("/triggers/{code}/change", "How far the last change is that took preparing", triggerChange, {
    refuses: ["role", "not-found"],
  }),
  post("/triggers/{code}/change/cancel", "Give up a change that is being prepared", triggerChange, {
    body: cancelInput,
    mayBeEmpty: true,
    refuses: ["role", "not-found", "already-there"],
  }),
  get("/requirements", "What is needed, and how far what is offered goes", listOf(requirementRow), {
    query: requirementParameters,
    asOf: true,
    refuses: ["role"],
  }),
  post("/requirements", "Record a requirement", requirement, {
    body: requirementInput,
    status: 201,
    refuses: ["role", "already-there"],
  }),
  get("/requirements/{reference}", "One requirement, with what is offered for it", requirementSheet, {
    asOf: true,
    refuses: ["role", "not-found"],
  }),
  patch("/requirements/{reference}", "Change or close a requirement", requirement, {
    body: requirementChanges,
    refuses: ["role", "not-found"],
  }),
  post("/requirements/{reference}/offers", "Offer a contribution for it", offer, {
    body: offerInput,
    status: 201,
    refuses: ["role", "not-found", "no-such-step", "already-there"],
  }),
  post("/offers/{id}/withdraw", "Withdraw an offer", offer, {
    body: offerWithdrawal,
    refuses: ["role", "not-found", "already-there"],
  }),
  get("/scenarios", "Scenarios, the newest first", listOf(scenarioRow), {
    query: scenarioParameters,
    refuses: ["role"],
  }),
  post("/scenarios", "Keep a scenario with what comes of it", scenario, {
    body: scenarioInput,
    status: 201,
    refuses: ["role"],
  }),
  post("/scenarios/preview", "What would come of it; nothing is kept", scenarioPreview, {
    body: previewInput,
    refuses: ["role"],
  }),
  get("/scenarios/{id}", "One scenario, with what comes of it", scenarioSheet, {
    refuses: ["role", "not-found"],
  }),
  patch("/scenarios/{id}", "Rename or withdraw a scenario", scenario, {
    body: scenarioChanges,
    refuses: ["role", "not-found"],
  }),
  get("/keystones", "What holds pledges back, and what each would free", keystones, {
    query: keystoneParameters,
    asOf: true,
    refuses: ["role"],
  }),
  get("/deadlocks", "Pledges that wait for each other, deadlocks first", listOf(cycle), {
    asOf: true,
    refuses: ["role"],
  }),
  get("/handovers", "Desks handed over, newest first", listOf(handover), { query: handoverParameters }),
  post("/handovers", "Hand over a desk or a part of it", handover, {
    body: handoverInput,
    status: 201,
    refuses: ["role", "reason-missing"],
  }),
  get("/rulings", "Rulings on disputes, newest first", listOf(rulingRow), {
    query: rulingParameters,
    refuses: ["role"],
  }),
  post("/rulings", "Rule on what sources contradict", rulingRow, {
    body: rulingInput,
    status: 201,
    refuses: ["role", "not-found", "no-such-step", "already-there", "reason-missing"],
  }),
  get("/sources", "Sources", listOf(sourceRow), { query: sourceParameters, asOf: true, refuses: ["role"] }),
  post("/sources", "Record a source", source, { body: sourceInput, status: 201, refuses: ["role"] }),
  post("/files", "Send a file, to be attached to evidence or to a source within a day", receivedFile, {
    query: fileParameters,
    sends: ["application/octet-stream"],
    keyless: true,
    status: 201,
    refuses: ["role", "too-slow", "files-away", "slow-down"],
  }),
  post("/files/{id}/text", "Read the text of a file that was sent and hangs on nothing yet", readFile, {
    body: z.strictObject({}),
    keyless: true,
    refuses: ["role", "not-found", "files-away", "slow-down"],
  }),
  get("/files/{id}", "A file that is attached to a record", null, {
    file: "application/octet-stream",
    refuses: ["role", "not-found", "files-away"],
  }),
  post("/sources/{id}/files", "Attach a file to a source", source, {
    body: fileInput,
    status: 201,
    refuses: ["role", "not-found"],
  }),
  post("/sources/{id}/files/{file}/retract", "Retract a file of a source, with the reason", source, {
    body: fileRetraction,
    refuses: ["role", "not-found", "already-there", "reason-missing"],
  }),
  get("/sources/{id}", "One source, and what rests on it", sourceSheet, {
    asOf: true,
    refuses: ["role", "not-found"],
  }),
  get("/unresolved", "What is unresolved: figures, groups, items", unresolvedSchema, {
    query: unresolvedParameters,
    asOf: true,
    refuses: ["role"],
  }),
  get("/baselines", "Named moments, the latest first", listOf(baseline), { asOf: true, refuses: ["role"] }),
  post("/baselines", "Name a moment to compare with", baseline, {
    body: baselineInput,
    status: 201,
    refuses: ["role"],
  }),
  get("/changes", "What changed since a baseline or a moment", changes, {
    query: changesParameters,
    asOf: true,
    refuses: ["role"],
  }),
  get("/coverage", "A cell for every participant and priority", coverage, {
    query: coverageParameters,
    asOf: true,
    refuses: ["role"],
  }),
  get("/people", "Accounts", listOf(person), { query: peopleParameters, refuses: ["role"] }),
  get("/audit", "The log: who changed which record, when and why; newest first", listOf(logEntry), {
    query: logParameters,
    refuses: ["role"],
  }),
  get("/audit/{seq}", "One entry of the log: what it changed, and what was hashed", logSheet, {
    refuses: ["role", "not-found"],
  }),
  get(
    "/access-log",
    "Who signed in, was refused, or took something away; newest first",
    listOf(accessEntry),
    {
      query: accessParameters,
      refuses: ["role"],
    },
  ),
  get("/audit/checkpoint", "Where the log stands and how far it is sealed", logState, { refuses: ["role"] }),
  get("/audit/proof", "That an entry is in the last checkpoint", inclusionProof, {
    query: proofParameters,
    refuses: ["role", "not-found"],
  }),
  get("/audit/consistency", "That a longer log begins with a shorter one", consistencyProof, {
    query: consistencyParameters,
    refuses: ["role"],
  }),
  get(
    "/findings",
    "Findings on records, newest first; those not closed unless asked otherwise",
    listOf(findingRow),
    {
      query: findingParameters,
      refuses: ["role"],
    },
  ),
  post("/findings", "Note a finding on a record", finding, {
    body: findingInput,
    status: 201,
    refuses: ["role"],
  }),
  get("/findings/{id}", "One finding by its reference or id, with its story", findingSheet, {
    refuses: ["role", "not-found"],
  }),
  post("/findings/{id}/answer", "Answer a finding", finding, {
    body: entryInput,
    version: "required",
    refuses: ["role", "own-proposal", "not-found", "no-such-step"],
  }),
  post("/findings/{id}/close", "Close a finding, with what that rests on", finding, {
    body: entryInput,
    version: "required",
    refuses: ["role", "own-proposal", "not-found", "already-there"],
  }),
  post("/findings/{id}/reopen", "Open a closed finding again, with the reason", finding, {
    body: entryInput,
    version: "required",
    refuses: ["role", "own-proposal", "not-found", "already-there"],
  }),
  get(
    "/questions",
    "Questions to focal points, newest first; those that are open unless asked otherwise",
    listOf(questionRow),
    {
      query: questionParameters,
      refuses: ["role"],
    },
  ),
  post("/questions", "Ask a focal point about a pledge, or about a position that is missing", question, {
    body: questionInput,
    status: 201,
    refuses: ["role", "another-desk", "already-there"],
  }),
  get("/questions/{id}", "One question by its reference or id, with its story", questionSheet, {
    refuses: ["role", "not-found"],
  }),
  post("/questions/{id}/answer", "Record the answer, with what is on record of it", question, {
    body: answerInput,
    version: "required",
    refuses: ["role", "another-desk", "not-found", "no-such-step"],
  }),
  post("/questions/{id}/withdraw", "Withdraw a question, with the reason", question, {
    body: withdrawalInput,
    version: "required",
    refuses: ["role", "another-desk", "not-found", "no-such-step"],
  }),
  post("/questions/{id}/reopen", "Open a question again, with the reason and a new due date", question, {
    body: reopeningInput,
    version: "required",
    refuses: ["role", "another-desk", "not-found", "already-there"],
  }),
  get("/inbox", "What one is told, newest first", listOf(notice), {
    query: noticeParameters,
    refuses: ["role"],
  }),
  post("/inbox/read", "Mark entries, or all up to one, as read or unread", marked, {
    body: markInput,
    refuses: ["role"],
  }),
  get("/inbox/{seq}", "One thing that one is told", notice, { refuses: ["role", "not-found"] }),
  get("/inbox/choices", "What one has chosen to be told, and when the daily mail comes", choices, {
    refuses: ["role"],
  }),
  post("/inbox/choices", "Choose what to be told, and when", choices, {
    body: choiceChanges,
    refuses: ["role"],
  }),
  get("/watches", "What one watches", listOf(watch), { refuses: ["role"] }),
  post("/watches", "Say whether one watches something", watchSet, {
    body: watchInput,
    refuses: ["role"],
  }),
  get("/entry-lag", "How long it took from the day something was stated until it was logged", entryLag, {
    query: lagParameters,
    refuses: ["role"],
  }),
  get("/sample", "Records drawn by a seed; the same seed at the same position draws the same", sample, {
    query: sampleParameters,
    refuses: ["role"],
  }),
  get("/exports", "Packages made and under way; newest first", listOf(exportJob), {
    query: exportParameters,
    refuses: ["role"],
  }),
  post("/exports", "Have a package made: Location says where to ask how far it is", exportJob, {
    body: exportInput,
    status: 202,
    refuses: ["role"],
  }),
  get("/exports/preview", "How much a package would hold", exportPreview, {
    query: previewParameters,
    refuses: ["role"],
  }),
  get("/exports/{id}", "How far a package is", exportJob, { refuses: ["role", "not-found"] }),
  post("/exports/{id}/cancel", "Give a package up", exportJob, {
    body: z.strictObject({}),
    mayBeEmpty: true,
    refuses: ["role", "not-found", "already-there"],
  }),
  get("/exports/{id}/download", "The package", null, {
    file: "application/zip",
    refuses: ["role", "not-found"],
  }),
  get("/imports", "Files brought in and on their way; newest first", listOf(importJob), {
    query: importParameters,
    refuses: ["role"],
  }),
  post("/imports", "Upload a file of pledges; nothing is written to the record", importJob, {
    query: uploadParameters,
    sends: IMPORT_FILE_TYPES,
    status: 201,
    refuses: ["role", "too-slow", "files-away", "slow-down"],
  }),
  get("/imports/{id}", "How far a file is", importJob, { refuses: ["role", "not-found"] }),
  get("/imports/{id}/mapping", "What its columns are, told, remembered or guessed", importMapping, {
    refuses: ["role", "not-found"],
  }),
  put("/imports/{id}/mapping", "Tell what its columns are, and try each row", importJob, {
    body: mappingInput,
    status: 202,
    refuses: ["role", "not-found", "already-there", "in-progress"],
  }),
  get("/imports/{id}/rows", "What each row would come to", listOf(importRow), {
    query: rowParameters,
    refuses: ["role", "not-found"],
  }),
  patch("/imports/{id}/rows/{row}", "Mend cells of a row, and try it again", importRow, {
    body: cellsInput,
    refuses: ["role", "not-found", "in-progress"],
  }),
  get("/imports/{id}/errors.csv", "What is wrong with it, a line for each cell", null, {
    refuses: ["role", "not-found"],
  }),
  post("/imports/{id}/run", "Bring it in: Location says where to ask how far it is", importJob, {
    body: runInput,
    mayBeEmpty: true,
    status: 202,
    refuses: ["role", "not-found", "already-there", "in-progress", "reason-missing"],
  }),
  post(
    "/imports/{id}/cancel",
    "Stop after what is under way, or discard a file that nothing came of",
    importJob,
    {
      body: stopInput,
      mayBeEmpty: true,
      refuses: ["role", "not-found", "already-there"],
    },
  ),
  post("/imports/{id}/undo", "Take it back: its pledges are voided, with the reason", importJob, {
    body: undoInput,
    status: 202,
    refuses: ["role", "not-found", "no-such-step", "in-progress"],
  }),
  post("/people", "Create an account", person, { body: personInput, status: 201, refuses: ["role"] }),
  get("/people/{id}", "One account", person, { refuses: ["role", "not-found"] }),
  patch("/people/{id}", "Change or disable an account", person, {
    body: personChanges,
    refuses: ["role", "not-found"],
  }),
  post("/people/{id}/sign-out", "End all sessions of a person", person, {
    body: z.strictObject({}),
    mayBeEmpty: true,
    refuses: ["role", "not-found"],
  }),
  post("/people/{id}/link", "A new link for setting the password", person, {
    body: z.strictObject({}),
    mayBeEmpty: true,
    refuses: ["role", "not-found"],
  }),
  post("/people/{id}/second-factor/remove", "Take off the second factor of a lost device", person, {
    body: z.strictObject({}),
    mayBeEmpty: true,
    refuses: ["role", "not-found"],
  }),
  get("/settings", "What the register says of itself", settings, { refuses: ["role"] }),
  patch("/settings", "Change the settings", settings, { body: settingsChanges, refuses: ["role"] }),
];
