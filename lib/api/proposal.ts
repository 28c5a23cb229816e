// A proposal as JSON, and the answer to a change that is either made or proposed.
import { z } from "zod";
import { type Answer, type Shaped, accepted } from "@/lib/api/answer";
import { answers, code, instant, priority, reference, version } from "@/lib/api/parts";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import type { KnownAccountProposal } from "@/lib/domain/proposals/account";
import { type KnownProposal, PROPOSAL_STATUSES } from "@/lib/domain/proposals/proposal";

const WISHES = [
  "stage",
  "change",
  "void",
  "record-approval",
  "change-approval",
  "create-account",
  "change-account",
  "make-link",
  "remove-factor",
] as const;

/** `wish` is the complete change, with the ids that its lines and evidence will have. */
export const proposal = z
  .object({
    id: z.uuid(),
    version,
    subject: z.enum(["pledge", "approval", "account"]),
    approval: z.uuid().nullable(),
    /** The person's id, also of an account that isn't on record yet. */
    account: z.uuid().nullable(),
    reference: reference.nullable(),
    participant: code.nullable(),
    priority: priority.nullable(),
    concerns: z.array(reference),
    status: z.enum(PROPOSAL_STATUSES),
    wish: z.looseObject({
      do: z.enum(WISHES),
    }),
    reason: z.string(),
    basedOn: z.int().min(0),
    proposedBy: z.object({ name: z.string(), email: z.string() }),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
    /** When an approved link was shown to the proposer, once. */
    linkShownAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Proposal" });

export const presentProposal = ({
  subject,
  subjectId,
  wish,
  ...known
}: KnownProposal | KnownAccountProposal): Shaped<typeof proposal> => ({
  linkShownAt: null,
  ...known,
  subject,
  approval: subject === "approval" ? subjectId : null,
  account: subject === "account" ? subjectId : null,
  wish: hiddenIn(wish),
});

/** The changed record, or 202 with the proposal. */
export const orProposed = <T, Json>(
  done: Answer<T, Json>,
): Answer<Outcome<T>, Json | z.output<typeof proposal>> => ({
  ...done,
  later: { description: "Proposed; someone else decides", answer: proposed },
  respond: (value) => (value.proposal === null ? done.respond(value.done) : proposed.respond(value.proposal)),
});

type Outcome<T> =
  | { done: T; proposal: null }
  | { done: null; proposal: KnownProposal | KnownAccountProposal };

const proposed = accepted(
  proposal,
  ({ id }: KnownProposal | KnownAccountProposal) => `/api/v1/proposals/${id}`,
  presentProposal,
);
