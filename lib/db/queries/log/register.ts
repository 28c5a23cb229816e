import type { Register } from "@/lib/domain/people/person";
import { askPrisma } from "../../prisma";
import * as records from "../../records/register";

/** Null before the register is founded. */
export const findRegister = (): Promise<Register | null> => askPrisma(records.selectRegister);
