import "server-only";
import { mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Participant } from "@/lib/domain/people/participant";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";
import type { ParticipantChanges } from "./schema";

export type NewParticipant = Pick<Participant, "code" | "kind" | "role" | "names" | "joinedOn">;

export function recordParticipant(
  actor: Actor,
  participant: NewParticipant,
  _at: Instant,
): Promise<Result<Participant>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    if (await tx.participants.find(participant.code)) return refuse("already-there");
    const recorded = { ...participant, version: 1, recordedAt: tx.at };
    return ok(await tx.save("participant", null, recorded, { action: "participant.recorded" }));
  });
}

export interface ParticipantChange {
  code: string;
  /** The version the client has. */
  ifMatch: number;
  changes: ParticipantChanges;
}

/** Role and joining date determine where and since when a position is expected, which is therefore derived again. */
export function changeParticipant(
  actor: Actor,
  { code, ifMatch, changes }: ParticipantChange,
  _at: Instant,
): Promise<Result<Participant>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const before = await tx.participants.lock(code);
    if (!before) return refuse("not-found");
    if (ifMatch !== before.version)
      return refused({ code: "version", conflict: await tx.conflict("participant", before, ifMatch) });
    const after = {
      ...before,
      names: changes.names ? namesIn(changes.names) : before.names,
      role: changes.role ?? before.role,
      joinedOn: changes.joinedOn === undefined ? before.joinedOn : changes.joinedOn,
    };
    if (isTheSame(before, after)) return ok(before);
    return ok(await tx.save("participant", before, after, { action: "participant.changed" }));
  });
}

/** Unknown names are left out. */
const namesIn = (names: NonNullable<ParticipantChanges["names"]>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([language, name]) => (name ? [[language, name]] : [])));

const isTheSame = (a: Participant, b: Participant): boolean =>
  a.role === b.role && a.joinedOn === b.joinedOn && namesText(a) === namesText(b);

const namesText = ({ names }: Participant): string => JSON.stringify(Object.entries(names).sort());
