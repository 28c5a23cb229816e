// What is proposed, as JSON, and the answer of a change that is either made or proposed.
import { z } from "zod";
import { type Answer, type Shaped, accepted } from "@/lib/api/answer";
import { answers, code, instant, priority, reference, version } from "@/lib/api/parts";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { type KnownProposal, PROPOSAL_STATUSES, type ProposedOutcome } from "@/lib/domain/proposals/proposal";

/** `wish` is the complete change, with the ids that its lines and evidence will have. */
export const proposal = z
  .object({
    id: z.uuid(),
    version,
    subject: z.enum(["pledge", "approval"]),
    approval: z.uuid().nullable(),
    reference: reference.nullable(),
    participant: code,
    priority: priority.nullable(),
    concerns: z.array(reference),
    status: z.enum(PROPOSAL_STATUSES),
    wish: z.looseObject({ do: z.enum(["stage", "change", "void", "record-approval", "change-approval"]) }),
    reason: z.string(),
    basedOn: z.int().min(0),
    proposedBy: z.object({ name: z.string(), email: z.string() }),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Proposal" });

export const presentProposal = ({
  subject,
  subjectId,
  wish,
  ...known
}: KnownProposal): Shaped<typeof proposal> => ({
  ...known,
  subject,
  approval: subject === "approval" ? subjectId : null,
  wish: hiddenIn(wish),
});

/** The changed record, or 202 with the proposal. */
export const orProposed = <T, Json>(
  done: Answer<T, Json>,
): Answer<ProposedOutcome<T>, Json | z.output<typeof proposal>> => ({
  ...done,
  later: { description: "Proposed: somebody else decides", answer: proposed },
  respond: (value) => (value.proposal === null ? done.respond(value.done) : proposed.respond(value.proposal)),
});

const proposed = accepted(proposal, ({ id }: KnownProposal) => `/api/v1/proposals/${id}`, presentProposal);
