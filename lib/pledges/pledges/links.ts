// Other participants that a pledge names: said by the desk that holds the pledge, confirmed or declined by theirs.
import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import { invalid, refuse, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { mayKeepRecords, whyNotChange, type Actor } from "@/lib/domain/people/actor";
import {
  answeredClaim,
  LINK_FIELDS,
  linksTo,
  type LinkField,
  type PledgeLinks,
} from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Tx } from "@/lib/db/write";
import { savedPledge, writeDetails } from "./changing";
import type { LinkAnswerInput } from "./schema";

type Asked = { [Field in LinkField]?: readonly string[] | undefined };

/** The pledge with the links asked for; those left out stay as they are. `base` prefixes the error paths. */
export async function withLinks(
  tx: Tx,
  actor: Actor,
  before: PledgeLinks,
  sent: Pledge,
  asked: Asked,
  base: "" | "changes.",
): Promise<Result<Pledge>> {
  const after = { ...sent };
  for (const field of LINK_FIELDS) {
    const codes = asked[field];
    if (codes) after[field] = linksTo(actor, before[field], codes);
  }
  const errors = await whyNotLinked(tx, after, asked, base);
  return errors.length > 0 ? invalid(...errors) : ok(after);
}

async function whyNotLinked(
  tx: Tx,
  { participant, ...pledge }: Pledge,
  asked: Asked,
  base: string,
): Promise<FieldError[]> {
  const named = LINK_FIELDS.flatMap((field) => pledge[field].map((link) => link.participant));
  const errors: FieldError[] = [];
  for (const field of LINK_FIELDS)
    for (const [index, code] of (asked[field] ?? []).entries()) {
      const path = `${base}${field}.${index}`;
      if (code === participant) errors.push({ path, code: "own-participant" });
      else if (named.filter((one) => one === code).length > 1) errors.push({ path, code: "twice" });
      else if (!(await tx.participants.find(code))) errors.push({ path, code: "unknown" });
    }
  return errors;
}

/** Confirms a claim about a participant on the actor's desk, or declines it with a reason. */
export function answerLink(
  actor: Actor,
  { reference, participant, ...answer }: { reference: string } & LinkAnswerInput,
  at: Instant,
): Promise<Result<PledgeDetails>> {
  return writeDetails(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const before = await tx.pledges.lock(reference);
    const field = LINK_FIELDS.find((one) => before?.[one].some((link) => link.participant === participant));
    if (!before || !field) return refuse("not-found");
    const why = whyNotChange(actor, participant);
    if (why) return refuse(why);
    if (before.voided !== null) return refuse("no-such-step");
    const links = before[field].filter((link) => link.participant !== participant);
    const claim = before[field].find((link) => link.participant === participant);
    const answered = claim ? answeredClaim(actor, claim, answer) : refuse("not-found");
    if (!answered.ok) return answered;
    const after = { ...before, [field]: [...links, answered.value].sort(byCode) };
    const event = { action: ACTIONS[answer.does], reason: answer.reason };
    return ok(await savedPledge(tx, actor, before, { after, event }, at));
  });
}

const ACTIONS = { confirm: "pledge.link-confirmed", decline: "pledge.link-declined" } as const;
const byCode = (a: { participant: string }, b: { participant: string }): number =>
  a.participant < b.participant ? -1 : 1;
