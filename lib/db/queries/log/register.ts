import type { Register } from "@/lib/domain/people/person";
import { askPrisma } from "../../prisma";
import * as records from "../../records/register";

/** What the register says of itself; null before it is founded. */
export const findRegister = (): Promise<Register | null> => askPrisma(records.selectRegister);
