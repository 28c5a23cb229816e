import type { Register } from "@/lib/domain/people/register";
import { askPrisma } from "../../prisma";
import * as records from "../../records/register";
import { onceARequest } from "../../sql/once-a-request";
import { readWithSession } from "./read-with-session";

/** Null before the register is founded. One request asks once, however many of its parts need it. */
export const findRegister = onceARequest(
  async (): Promise<Register | null> => readWithSession().register ?? askPrisma(records.selectRegister),
);
