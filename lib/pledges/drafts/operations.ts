import { z } from "zod";
import { created, one, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import {
  draft,
  draftAlike,
  drafts,
  presentAlike,
  presentDraft,
  presentDrafts,
} from "@/lib/pledges/drafts/answers";
import { acceptDraft } from "@/lib/pledges/drafts/accept";
import { changeDraft, proposeDrafts, setDraftState } from "@/lib/pledges/drafts/commands";
import { readDrafts } from "@/lib/pledges/drafts/reading";
import { loadAlike, loadDraft, loadDrafts } from "@/lib/pledges/drafts/queries";
import {
  draftAcceptance,
  draftContentInput,
  draftParameters,
  draftsInput,
  draftStateInput,
} from "@/lib/pledges/drafts/schema";
import { pledge, presentPledge } from "@/lib/pledges/pledges/answers";

export const draftOperations = [
  operation({
    method: "GET",
    path: "/drafts",
    summary: "List the drafted pledges of your desk and those that you proposed, newest text first",
    may: mayKeepRecords,
    query: draftParameters,
    answer: wholeList(draft, presentDraft),
    run: ({ actor, query }) => loadDrafts(actor, query),
  }),
  operation({
    method: "POST",
    path: "/drafts",
    summary: "Propose drafted pledges, with the words that support them; nothing is logged",
    may: mayKeepRecords,
    body: draftsInput,
    answer: created(drafts, null, presentDrafts),
    run: ({ actor, body }) => proposeDrafts(actor, body),
  }),
  operation({
    method: "POST",
    path: "/sources/{id}/drafts",
    summary: "Draft pledges from the captured text of a source; nothing is logged",
    may: mayKeepRecords,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: created(drafts, null, presentDrafts),
    run: ({ actor, path }) => readDrafts(actor, path),
  }),
  operation({
    method: "GET",
    path: "/drafts/{id}",
    summary: "Get a drafted pledge",
    may: mayKeepRecords,
    params: byId,
    answer: one(draft, presentDraft),
    run: ({ actor, path }) => loadDraft(actor, path),
  }),
  operation({
    method: "GET",
    path: "/drafts/{id}/alike",
    summary:
      "List pledges on record that an open drafted pledge may repeat, with what agrees and what differs",
    may: mayKeepRecords,
    params: byId,
    answer: wholeList(draftAlike, presentAlike),
    run: ({ actor, path }) => loadAlike(actor, path),
  }),
  operation({
    method: "PUT",
    path: "/drafts/{id}",
    summary: "Change a drafted pledge",
    may: mayKeepRecords,
    params: byId,
    version: "required",
    body: draftContentInput,
    answer: one(draft, presentDraft),
    refuses: ["another-desk", "already-there"],
    run: ({ actor, path, version, body }) =>
      changeDraft(actor, { id: path, ifMatch: version, content: body }),
  }),
  operation({
    method: "POST",
    path: "/drafts/{id}/state",
    summary: "Put a drafted pledge aside, or reopen it",
    may: mayKeepRecords,
    params: byId,
    version: "required",
    body: draftStateInput,
    answer: one(draft, presentDraft),
    refuses: ["another-desk", "already-there"],
    run: ({ actor, path, version, body }) => setDraftState(actor, { id: path, ifMatch: version, ...body }),
  }),
  operation({
    method: "POST",
    path: "/drafts/{id}/accept",
    summary: "Log a drafted pledge, or add its words as evidence to the pledge that it repeats",
    may: mayKeepRecords,
    params: byId,
    version: "required",
    body: draftAcceptance,
    answer: created(pledge, (pledge) => `/api/v1/pledges/${pledge.reference}`, presentPledge),
    refuses: ["another-desk", "already-there", "no-such-step", "reason-missing", "evidence-missing"],
    run: ({ actor, at, path, version, body }) =>
      acceptDraft(actor, { id: path, ifMatch: version, ...body }, at),
  }),
];
