// A proposal as JSON, and the outcome of a change: made at once, or proposed.
import type { KnownProposal, ProposedOutcome, ProposalRow } from "@/lib/domain/proposals/proposal";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import type { Answer } from "./answers";

export const proposalJson = ({
  id,
  version,
  subject,
  subjectId,
  reference,
  participant,
  priority,
  concerns,
  status,
  wish,
  reason,
  basedOn,
  proposedBy,
  decidedBy,
  decidedAt,
  note,
  createdAt,
  updatedAt,
}: KnownProposal) => ({
  id,
  version,
  subject,
  approval: subject === "approval" ? subjectId : null,
  reference,
  participant,
  priority,
  concerns,
  status,
  wish: hiddenIn(wish),
  reason,
  basedOn,
  proposedBy,
  decidedBy,
  decidedAt,
  note,
  createdAt,
  updatedAt,
});

export const proposalRowJson = (row: ProposalRow) => ({ ...proposalJson(row), title: row.title });

/** The changed record, or 202 with the proposal. */
export const outcome =
  <T>(done: Answer<T>): Answer<ProposedOutcome<T>> =>
  (value) =>
    value.proposal === null
      ? done(value.done)
      : Response.json(proposalJson(value.proposal), {
          status: 202,
          headers: {
            "Cache-Control": "private, no-store",
            ETag: `"${value.proposal.version}"`,
            Location: `/api/v1/proposals/${value.proposal.id}`,
          },
        });
