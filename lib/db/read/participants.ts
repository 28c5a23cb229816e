import type { Participant } from "@/lib/domain/participant";
import { prisma } from "../prisma";
import * as records from "../records/participant";

/** All of them: there are some forty. */
export const findParticipants = (): Promise<Participant[]> => records.findParticipants(prisma());

export const findParticipant = (code: string): Promise<Participant | null> =>
  records.findParticipant(prisma(), code);
