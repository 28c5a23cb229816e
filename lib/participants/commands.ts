import "server-only";
import { mayKeepPeople, type Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { Participant } from "@/lib/domain/participant";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { write } from "@/lib/db/write";

export type NewParticipant = Pick<Participant, "code" | "kind" | "role" | "names" | "joinedOn">;

export function recordParticipant(
  actor: Actor,
  participant: NewParticipant,
  _at: Instant,
): Promise<Result<Participant>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    if (await tx.findParticipant(participant.code)) return refuse("already-there");
    const recorded = { ...participant, version: 1, recordedAt: tx.at };
    return ok(await tx.save("participant", null, recorded, { action: "participant.recorded" }));
  });
}
