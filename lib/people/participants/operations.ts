import { asItIs, created, csv, one, wholeList } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { byCode } from "@/lib/api/params";
import { ok } from "@/lib/domain/base/result";
import { participantList } from "@/lib/domain/exchange/tables/lists";
import { mayKeepPeople, mayKeepRecords } from "@/lib/domain/people/actor";
import { participant, recordedSearch } from "@/lib/people/participants/answers";
import { changeParticipant } from "@/lib/people/participants/commands";
import { recordSearch } from "@/lib/people/participants/record-search";
import { loadParticipant, loadParticipants, loadParticipantsCsv } from "@/lib/people/participants/queries";
import { participantChanges, searchInput } from "@/lib/people/participants/schema";

export const participantOperations = [
  operation({
    method: "GET",
    path: "/participants",
    summary: "List participants",
    may: anyone,
    asOf: true,
    answer: wholeList(participant),
    run: ({ actor, when }) => loadParticipants(actor, when),
  }),
  operation({
    method: "GET",
    path: "/participants/{code}",
    summary: "Get a participant",
    may: anyone,
    params: byCode,
    asOf: true,
    answer: one(participant),
    run: ({ actor, when, path }) => loadParticipant(actor, path, when),
  }),
  operation({
    method: "PATCH",
    path: "/participants/{code}",
    summary: "Change a participant: names, role, joining or leaving; or rename it",
    may: mayKeepPeople,
    params: byCode,
    version: "required",
    body: participantChanges,
    answer: one(participant),
    run: async ({ actor, path, version, body }) => {
      const changed = await changeParticipant(actor, { code: path, ifMatch: version, changes: body });
      // A user who may change participants may not read their pledges.
      return changed.ok ? ok({ ...changed.value, cells: [], pledges: 0, unresolved: 0 }) : changed;
    },
  }),
  operation({
    method: "POST",
    path: "/participants/{code}/searches",
    summary: "Record a search that found nothing for a missing position",
    may: mayKeepRecords,
    params: byCode,
    body: searchInput,
    answer: created(recordedSearch, ({ participant: code }) => `/api/v1/participants/${code}`),
    refuses: ["another-desk", "no-such-step"],
    run: ({ actor, path, body }) => recordSearch(actor, { code: path, ...body }),
  }),
  operation({
    method: "GET",
    path: "/participants.csv",
    summary: "Download all participants as CSV",
    may: anyone,
    asOf: true,
    answer: csv(participantList, asItIs),
    run: ({ actor, when, query }) => loadParticipantsCsv(actor, query, when),
  }),
];
