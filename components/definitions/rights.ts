// Who may do what, asked of the rules themselves for somebody of each role.
import {
  holds,
  mayKeepPeople,
  mayReadPeople,
  mayReadRegister,
  type Actor,
  type Role,
} from "@/lib/domain/actor";
import { STEPS } from "@/lib/domain/stage";
import { mayVoid } from "@/lib/domain/sheet";

export type Reach = "all" | "desk" | "none";

export const RIGHTS = {
  definitions: () => "all",
  register: (actor) => whole(mayReadRegister(actor)),
  keep: (actor) => reachOf(actor),
  up: (actor) => takes(actor, "up"),
  decide: (actor) => takes(actor, "up-binding"),
  void: (actor) => whole(mayVoid(actor, { voided: null, stage: "PLEDGED", suspendedFrom: null })),
  readPeople: (actor) => whole(mayReadPeople(actor)),
  keepPeople: (actor) => whole(mayKeepPeople(actor)),
} as const satisfies Record<string, (actor: Actor) => Reach>;

export const RIGHT_NAMES = Object.keys(RIGHTS) as (keyof typeof RIGHTS)[];

export const reachIn = (right: keyof typeof RIGHTS, role: Role): Reach => RIGHTS[right](somebody(role));

const OWN = "FR";
const ANOTHER = "SE";

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

const takes = (actor: Actor, name: (typeof STEPS)[number]["name"]): Reach =>
  STEPS.some((step) => step.name === name && step.setBy.includes(actor.role)) ? reachOf(actor) : "none";
