import { cache } from "react";
import type { Register } from "@/lib/domain/people/person";
import { askPrisma } from "../../prisma";
import * as records from "../../records/register";

/** Null before the register is founded. One page asks once, however many of its parts need it. */
export const findRegister = cache((): Promise<Register | null> => askPrisma(records.selectRegister));
