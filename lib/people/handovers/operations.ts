import { created, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { handover } from "@/lib/people/handovers/answers";
import { handOverDesk } from "@/lib/people/handovers/commands";
import { loadHandovers } from "@/lib/people/handovers/queries";
import { handoverInput, handoverParameters } from "@/lib/people/handovers/schema";

export const handoverOperations = [
  operation({
    method: "GET",
    path: "/handovers",
    summary: "Desks handed over, newest first",
    query: handoverParameters,
    answer: wholeList(handover),
    run: ({ actor, at, query }) => loadHandovers(actor, query, at),
  }),
  operation({
    method: "POST",
    path: "/handovers",
    summary: "Hand over a desk or a part of it",
    may: ({ role }) => role === "OFFICER" || role === "ADMIN",
    body: handoverInput,
    answer: created(handover, () => "/api/v1/handovers"),
    refuses: ["reason-missing"],
    run: ({ actor, at, body }) => handOverDesk(actor, body, at),
  }),
];
