import { asItIs, created, csv, one, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId, byRequirement } from "@/lib/api/params";
import { ladderTable } from "@/lib/domain/exchange/tables/derived";
import { requirementList } from "@/lib/domain/exchange/tables/lists";
import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import {
  offer,
  presentLadder,
  presentRequirementRow,
  presentRequirementSheet,
  requirement,
  requirementRow,
  requirementSheet,
  ladderAnswer,
} from "@/lib/requirements/answers";
import { changeRequirement, recordRequirement } from "@/lib/requirements/commands";
import {
  ladderParameters,
  parseLadderFilter,
  parseRequirementFilter,
  requirementParameters,
} from "@/lib/requirements/filter";
import { loadLadder, loadLadderCsv } from "@/lib/requirements/ladder/queries";
import { makeOffer, withdrawOffer } from "@/lib/requirements/offers";
import { loadRequirement, loadRequirements, loadRequirementsCsv } from "@/lib/requirements/queries";
import { offerInput, offerWithdrawal, requirementChanges, requirementInput } from "@/lib/requirements/schema";

export const requirementOperations = [
  operation({
    method: "GET",
    path: "/requirements.csv",
    summary: "Download the view of /requirements as CSV",
    may: mayReadRegister,
    query: requirementParameters,
    filter: parseRequirementFilter,
    asOf: true,
    answer: csv(requirementList, asItIs),
    run: ({ actor, when, query }) => loadRequirementsCsv(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/requirements",
    summary: "List requirements, with how much of each is offered",
    may: mayReadRegister,
    query: requirementParameters,
    filter: parseRequirementFilter,
    asOf: true,
    answer: wholeList(requirementRow, presentRequirementRow),
    run: ({ actor, when, query }) => loadRequirements(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/requirements/ladder",
    summary: "Compare what is available with what is needed, by day from when a trigger is met",
    may: mayReadRegister,
    query: ladderParameters,
    filter: parseLadderFilter,
    asOf: true,
    answer: one(ladderAnswer, presentLadder),
    run: ({ actor, when, query }) => loadLadder(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/requirements/ladder.csv",
    summary: "Download the view of /requirements/ladder as CSV, one line for each row and day",
    may: mayReadRegister,
    query: ladderParameters,
    filter: parseLadderFilter,
    asOf: true,
    answer: csv(ladderTable, asItIs),
    run: ({ actor, when, query }) => loadLadderCsv(actor, query, when),
  }),
  operation({
    method: "POST",
    path: "/requirements",
    summary: "Record a requirement",
    may: mayDecide,
    body: requirementInput,
    answer: created(requirement, ({ reference }) => `/api/v1/requirements/${reference}`),
    refuses: ["already-there"],
    run: ({ actor, body }) => recordRequirement(actor, body),
  }),
  operation({
    method: "GET",
    path: "/requirements/{reference}",
    summary: "Get a requirement with its offers",
    may: mayReadRegister,
    params: byRequirement,
    asOf: true,
    answer: one(requirementSheet, presentRequirementSheet),
    run: ({ actor, when, path }) => loadRequirement(actor, path, when),
  }),
  operation({
    method: "PATCH",
    path: "/requirements/{reference}",
    summary: "Change or close a requirement",
    may: mayDecide,
    params: byRequirement,
    version: "required",
    body: requirementChanges,
    answer: one(requirement),
    run: ({ actor, path, version, body }) =>
      changeRequirement(actor, { reference: path, ifMatch: version, changes: body }),
  }),
  operation({
    method: "POST",
    path: "/requirements/{reference}/offers",
    summary: "Offer a contribution for a requirement",
    may: mayDecide,
    params: byRequirement,
    body: offerInput,
    answer: created(offer, ({ requirement }) => `/api/v1/requirements/${requirement}`),
    refuses: ["no-such-step", "already-there"],
    run: ({ actor, path, body }) => makeOffer(actor, { reference: path, ...body }),
  }),
  operation({
    method: "POST",
    path: "/offers/{id}/withdraw",
    summary: "Withdraw an offer",
    may: mayDecide,
    params: byId,
    body: offerWithdrawal,
    answer: one(offer),
    refuses: ["already-there"],
    run: ({ actor, path, body }) => withdrawOffer(actor, { id: path, reason: body.reason }),
  }),
];
