import type { Participant } from "@/lib/domain/people/participant";
import { askPrisma } from "../../prisma";
import * as records from "../../records/participant";
import { rememberedUntilChangeOf } from "../log/page-state";

/** All of them: there are about forty. */
export const findParticipants = (): Promise<readonly Participant[]> =>
  rememberedUntilChangeOf(["participant"], "participants", () => askPrisma(records.selectParticipants));

export const findParticipant = async (code: string): Promise<Participant | null> =>
  (await findParticipants()).find((participant) => participant.code === code) ?? null;
