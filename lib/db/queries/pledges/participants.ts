import type { Participant } from "@/lib/domain/people/participant";
import { askPrisma } from "../../prisma";
import * as records from "../../records/participant";

/** All of them: there are about forty. */
export const findParticipants = (): Promise<Participant[]> => askPrisma(records.selectParticipants);

export const findParticipant = (code: string): Promise<Participant | null> =>
  askPrisma((db) => records.selectParticipant(db, code));
