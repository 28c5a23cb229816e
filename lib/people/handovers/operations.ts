import { created, one, wholeList } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { mayDecide } from "@/lib/domain/people/actor";
import { handover, presentHandover } from "@/lib/people/handovers/answers";
import { answerOffered, handOverDesk } from "@/lib/people/handovers/commands";
import { loadHandover, loadHandovers } from "@/lib/people/handovers/queries";
import {
  handoverAnswer,
  handoverDecision,
  handoverInput,
  handoverParameters,
} from "@/lib/people/handovers/schema";

export const handoverOperations = [
  operation({
    method: "GET",
    path: "/handovers",
    summary: "List handovers of desks, newest first",
    may: anyone,
    query: handoverParameters,
    answer: wholeList(handover, presentHandover),
    run: ({ actor, query }) => loadHandovers(actor, query),
  }),
  operation({
    method: "GET",
    path: "/handovers/{id}",
    summary: "Get a handover",
    may: anyone,
    params: byId,
    answer: one(handover, presentHandover),
    run: ({ actor, path }) => loadHandover(actor, path),
  }),
  operation({
    method: "POST",
    path: "/handovers",
    summary: "Hand over a desk or part of it; with sealed numbers, offer it",
    may: ({ role }) => role === "OFFICER" || role === "ADMIN",
    body: handoverInput,
    answer: created(handover, ({ id }) => `/api/v1/handovers/${id}`, presentHandover),
    refuses: ["reason-missing"],
    run: ({ actor, body }) => handOverDesk(actor, body),
  }),
  operation({
    method: "POST",
    path: "/handovers/{id}/answer",
    summary: "Accept or decline an offered desk, or withdraw the offer",
    may: ({ role }) => role === "OFFICER" || role === "ADMIN",
    params: byId,
    body: handoverAnswer,
    answer: one(handover, presentHandover),
    refuses: ["reason-missing", "no-such-step"],
    run: ({ actor, path, body }) => answerOffered(actor, { id: path, ...body }),
  }),
  operation({
    method: "POST",
    path: "/handovers/{id}/decision",
    summary: "Approve or refuse a handover that the new holder has accepted",
    may: mayDecide,
    params: byId,
    body: handoverDecision,
    proof: () => true,
    answer: one(handover, presentHandover),
    refuses: ["own-proposal", "held-back", "reason-missing", "no-such-step"],
    run: ({ actor, path, body: { decision, note } }) =>
      answerOffered(actor, { id: path, does: decision === "APPROVE" ? "approve" : "refuse", note }),
  }),
];
