import type { Register } from "@/lib/domain/person";
import { pool } from "../client";
import { selectRecord } from "../records/select";

export type Settings = Register;

/** What the register says of itself. There is none before it is founded, and nothing to read either. */
export async function findSettings(): Promise<Settings> {
  const settings = await selectRecord(pool(), "register", "true", []);
  if (settings === null) throw new Error("the register is not founded");
  return settings;
}
