import { cache } from "react";
import type { Register } from "@/lib/domain/people/register";
import { askPrisma } from "../../prisma";
import * as records from "../../records/register";
import { readWithSession } from "./read-with-session";

/** Null before the register is founded. One page asks once, however many of its parts need it. */
export const findRegister = cache(
  async (): Promise<Register | null> => readWithSession().register ?? askPrisma(records.selectRegister),
);
