import { recipientsAmong, type Delivery } from "@/lib/domain/delivery";
import { isId } from "@/lib/domain/id";
import { prisma } from "../prisma";
import * as records from "../records/delivery";
import { findParticipants } from "../records/participant";

export const findDelivery = async (id: string): Promise<Delivery | null> =>
  isId(id) ? records.findDelivery(prisma(), id) : null;

/** Codes of the participants that receive. */
export const findRecipients = async (): Promise<string[]> =>
  recipientsAmong(await findParticipants(prisma(), { role: "BENEFICIARY" }));
