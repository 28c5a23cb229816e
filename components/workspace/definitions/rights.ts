// Who may do what, by asking the rules for a person of each role.
import {
  holds,
  mayDecide,
  mayKeepPeople,
  mayReadLog,
  mayReadPeople,
  mayReadRegister,
  type Actor,
  type Role,
} from "@/lib/domain/people/actor";
import { mayReadLag } from "@/lib/domain/details/entry-lag";
import { whyNotConfirm } from "@/lib/domain/pledge/delivery";
import { mayNoteFindings, mayActOnFinding } from "@/lib/domain/oversight/finding";
import { mayKnowSealed } from "@/lib/domain/pledge/sealed";
import { STEPS } from "@/lib/domain/pledge/stage";
import { maySuggest } from "@/lib/domain/proposals/suggestion";
import { wayToVoid } from "@/lib/domain/pledge/pledge";

export type Reach = "all" | "desk" | "recipient" | "cleared" | "none";

const RIGHTS = {
  definitions: () => "all",
  register: (actor) => whole(mayReadRegister(actor)),
  keep: (actor) => reachOf(actor),
  ask: (actor) => reachOf(actor),
  suggest: (actor) => whole(maySuggest(actor)),
  up: (actor) => takes(actor, "up"),
  propose: (actor) => proposes(actor, "up-binding"),
  decide: (actor) => whole(mayDecide(actor)),
  confirmDelivery: (actor) => confirms(actor),
  rule: (actor) => whole(mayDecide(actor)),
  triggers: (actor) => whole(mayDecide(actor)),
  baselines: (actor) => whole(mayDecide(actor)),
  void: (actor) => whole(wayToVoid(actor, A_PLEDGE) === "at-once"),
  sealed: (actor) => knows(actor),
  log: (actor) => whole(mayReadLog(actor)),
  noteFindings: (actor) => whole(mayNoteFindings(actor)),
  answerFindings: (actor) => whole(mayActOnFinding(actor, "answer")),
  closeFindings: (actor) => whole(mayActOnFinding(actor, "close")),
  readLag: (actor) => whole(mayReadLag(actor)),
  readPeople: (actor) => whole(mayReadPeople(actor)),
  keepPeople: (actor) => whole(mayKeepPeople(actor)),
} as const satisfies Record<string, (actor: Actor) => Reach>;

export const RIGHT_NAMES = Object.keys(RIGHTS) as (keyof typeof RIGHTS)[];

export const reachIn = (right: keyof typeof RIGHTS, role: Role): Reach => RIGHTS[right](somebody(role));

const OWN = "FR";
const ANOTHER = "SE";
const A_PLEDGE = { participant: OWN, voided: null, stage: "PLEDGED", suspendedFrom: null } as const;

const somebody = (role: Role): Actor => ({
  id: "",
  email: "",
  name: "",
  role,
  desk: role === "OFFICER" ? [OWN] : [],
  session: null,
  request: null,
});

const whole = (may: boolean): Reach => (may ? "all" : "none");

function reachOf(actor: Actor): Reach {
  if (holds(actor, ANOTHER)) return "all";
  return holds(actor, OWN) ? "desk" : "none";
}

/** For deliveries to any participant, and for those to the actor's own desk. */
function confirms(actor: Actor): Reach {
  if (whyNotConfirm(actor, [ANOTHER], ANOTHER) === null) return "all";
  return whyNotConfirm(actor, [OWN], ANOTHER) === null ? "recipient" : "none";
}

/** Without the clearance, and with it. */
function knows(actor: Actor): Reach {
  if (mayKnowSealed(actor, OWN)) return "desk";
  return mayKnowSealed({ ...actor, sealed: true }, OWN) ? "cleared" : "none";
}

type StepName = (typeof STEPS)[number]["name"];

const proposes = (actor: Actor, name: StepName): Reach =>
  STEPS.some((step) => step.name === name && step.proposedBy.includes(actor.role)) ? reachOf(actor) : "none";

const takes = (actor: Actor, name: StepName): Reach =>
  STEPS.some((step) => step.name === name && step.setBy.includes(actor.role)) ? reachOf(actor) : "none";
