import type { Register } from "@/lib/domain/person";
import { prisma } from "../prisma";
import * as records from "../records/register";

/** What the register says of itself; null before it is founded. */
export const findRegister = (): Promise<Register | null> => records.findRegister(prisma());
