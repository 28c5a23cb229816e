import type { Register } from "@/lib/domain/person";
import { pool } from "../client";
import { selectRecord } from "../records/select";

/** What the register says of itself; null before it is founded. */
export const findRegister = (): Promise<Register | null> => selectRecord(pool(), "register", "true", []);
