import "server-only";
import { mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import type { Day } from "@/lib/domain/base/day";
import { withLeaving, type Participant } from "@/lib/domain/people/participant";
import { withRenaming } from "@/lib/domain/people/renaming";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";
import type { ParticipantChanges } from "./schema";

export type NewParticipant = Pick<Participant, "code" | "kind" | "role" | "names" | "joinedOn">;

export function recordParticipant(actor: Actor, participant: NewParticipant): Promise<Result<Participant>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    if (await tx.participants.find(participant.code)) return refuse("already-there");
    const recorded = {
      ...participant,
      leftOn: null,
      leftReason: null,
      searches: [],
      formerNames: [],
      version: 1,
      recordedAt: tx.at,
    };
    return ok(await tx.save("participant", null, recorded, { action: "participant.recorded" }));
  });
}

export interface ParticipantChange {
  code: string;
  /** The version the client has. */
  ifMatch: number;
  changes: ParticipantChanges;
}

/** Role, joining and leaving determine where and when a position is expected, which is therefore derived again. */
export function changeParticipant(
  actor: Actor,
  { code, ifMatch, changes }: ParticipantChange,
): Promise<Result<Participant>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const before = await tx.participants.lock(code);
    if (!before) return refuse("not-found");
    if (ifMatch !== before.version)
      return refused({ code: "version", conflict: await tx.conflict("participant", before, ifMatch) });
    const named = withNames(before, changes, tx.today);
    if (!named.ok) return named;
    const renamed = {
      ...named.value,
      role: changes.role ?? before.role,
      joinedOn: changes.joinedOn === undefined ? before.joinedOn : changes.joinedOn,
    };
    // The reason of a renaming isn't that of a leaving.
    const leavesOther = changes.leftOn !== undefined && changes.leftOn !== before.leftOn;
    const isOfLeaving = !changes.renamedOn || leavesOther;
    const reason = isOfLeaving ? (changes.reason ?? null) : null;
    const changed = withLeaving(before, renamed, { leftOn: changes.leftOn, reason });
    if (!changed.ok) return changed;
    const after = changed.value;
    if (isTheSame(before, after)) return ok(before);
    const event = { action: "participant.changed", reason: changes.reason ?? null } as const;
    return ok(await tx.save("participant", before, after, event));
  });
}

/** Without a day the names are corrected. */
function withNames(
  before: Participant,
  { names, renamedOn, reason }: ParticipantChanges,
  today: Day,
): Result<Participant> {
  if (names === undefined) return ok(before);
  if (!renamedOn) return ok({ ...before, names: namesIn(names) });
  return withRenaming(before, { names: namesIn(names), on: renamedOn, reason: reason ?? null }, today);
}

/** Unknown names are left out. */
const namesIn = (names: NonNullable<ParticipantChanges["names"]>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([language, name]) => (name ? [[language, name]] : [])));

const isTheSame = (a: Participant, b: Participant): boolean =>
  a.role === b.role &&
  a.joinedOn === b.joinedOn &&
  a.leftOn === b.leftOn &&
  a.leftReason === b.leftReason &&
  namesText(a) === namesText(b);

const namesText = ({ names, formerNames }: Participant): string =>
  JSON.stringify([Object.entries(names).sort(), formerNames]);
