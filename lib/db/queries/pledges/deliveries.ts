import { recipientsAmong, type Delivery } from "@/lib/domain/pledge/delivery";
import { isId } from "@/lib/domain/base/id";
import { askPrisma } from "../../prisma";
import * as records from "../../records/delivery";
import { findParticipants } from "./participants";

export const findDelivery = async (id: string): Promise<Delivery | null> =>
  isId(id) ? askPrisma((db) => records.selectDelivery(db, id)) : null;

/** Their codes. */
export const findRecipients = async (): Promise<string[]> => recipientsAmong(await findParticipants());
