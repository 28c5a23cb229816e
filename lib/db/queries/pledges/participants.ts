import type { Participant } from "@/lib/domain/people/participant";
import { askPrisma } from "../../prisma";
import * as records from "../../records/participant";
import { rememberedUntilChange } from "../remembered";

/** All of them: there are about forty. */
export const findParticipants = (): Promise<readonly Participant[]> =>
  rememberedUntilChange("participants", () => askPrisma(records.selectParticipants));

export const findParticipant = async (code: string): Promise<Participant | null> =>
  (await findParticipants()).find((participant) => participant.code === code) ?? null;
