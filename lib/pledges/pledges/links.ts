// Other participants and lines that a pledge names: stated by the desk that holds the pledge, confirmed or
// declined by the other desk.
import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import { invalid, refuse, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import {
  answeredClaim,
  LINK_FIELDS,
  linksTo,
  type LinkClaim,
  type LinkField,
  type PledgeLinks,
} from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { participantOfLine } from "@/lib/domain/pledge/same-as";
import type { Tx } from "@/lib/db/write";
import { requireEditable, savedPledge, writeDetails, type VersionedRef } from "./changing";
import { withSameLines } from "./same-as";
import type { LinesWithSameAs, LinkAnswerInput } from "./schema";

type RequestedLinks = { [Field in LinkField]?: readonly string[] | undefined } & {
  contributions?: LinesWithSameAs | undefined;
};

/** The pledge with the links asked for; those left out stay as they are. `base` prefixes the error paths. */
export async function withLinks(
  tx: Tx,
  actor: Actor,
  before: PledgeLinks & Pick<Pledge, "contributions">,
  sent: Pledge,
  requested: RequestedLinks,
  base: "" | "changes.",
): Promise<Result<Pledge>> {
  const after = { ...sent };
  for (const field of LINK_FIELDS) {
    const codes = requested[field];
    if (codes) after[field] = linksTo(actor, before[field], codes);
  }
  const errors = await whyNotLinked(tx, after, requested, base);
  if (errors.length > 0) return invalid(...errors);
  return withSameLines(tx, actor, before.contributions, after, requested.contributions, base);
}

async function whyNotLinked(
  tx: Tx,
  { participant, ...pledge }: Pledge,
  requested: RequestedLinks,
  base: string,
): Promise<FieldError[]> {
  const named = LINK_FIELDS.flatMap((field) => pledge[field].map((link) => link.participant));
  const errors: FieldError[] = [];
  for (const field of LINK_FIELDS)
    for (const [index, code] of (requested[field] ?? []).entries()) {
      const path = `${base}${field}.${index}`;
      if (code === participant) errors.push({ path, code: "own-participant" });
      else if (named.filter((one) => one === code).length > 1) errors.push({ path, code: "twice" });
      else if (!(await tx.participants.find(code))) errors.push({ path, code: "unknown" });
    }
  return errors;
}

/**
 * Confirms a claim about a participant on the actor's desk, or about a line of theirs, or declines it with a
 * reason. It needs the version, because the claim may have changed.
 */
export function answerLink(
  actor: Actor,
  { reference, ifMatch, participant, contribution, ...answer }: VersionedRef & LinkAnswerInput,
  at: Instant,
): Promise<Result<PledgeDetails>> {
  return writeDetails(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const before = await tx.pledges.lock(reference);
    const about = before && claimOn(before, { participant, contribution });
    if (!before || !about) return refuse("not-found");
    const editable = await requireEditable(tx, actor, ok(before), ifMatch, about.participant);
    if (!editable.ok) return editable;
    const answered = about.answered((claim) => answeredClaim(actor, claim, answer));
    if (!answered.ok) return answered;
    const event = { action: ACTIONS[answer.does], reason: answer.reason };
    return ok(await savedPledge(tx, actor, before, { after: answered.value, event }, at));
  });
}

type Answer = <C extends LinkClaim>(claim: C) => Result<C>;

/** The claim about a participant or a line: which participant answers it, and the pledge after the answer. */
function claimOn(pledge: Pledge, about: Pick<LinkAnswerInput, "participant" | "contribution">) {
  for (const field of LINK_FIELDS) {
    const link = pledge[field].find(({ participant }) => participant === about.participant);
    if (link)
      return {
        participant: link.participant,
        answered: (answer: Answer) =>
          withOne(answer(link), (one) => ({
            ...pledge,
            [field]: pledge[field].map((each) => (each === link ? one : each)),
          })),
      };
  }
  const line = pledge.contributions.find(({ id }) => id === about.contribution);
  const claim = line?.sameAs;
  if (!claim) return null;
  return {
    participant: participantOfLine(claim),
    answered: (answer: Answer) =>
      withOne(answer(claim), (sameAs) => ({
        ...pledge,
        contributions: pledge.contributions.map((each) => (each === line ? { ...line, sameAs } : each)),
      })),
  };
}

const withOne = <C>(answered: Result<C>, put: (one: C) => Pledge): Result<Pledge> =>
  answered.ok ? ok(put(answered.value)) : answered;

const ACTIONS = { confirm: "pledge.link-confirmed", decline: "pledge.link-declined" } as const;
