// The last seal of the access log: one row, as the register itself is.
import type { AccessSeal } from "@/lib/domain/access";
import { accessRecord } from "@/lib/domain/record";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const SEAL: Fields<AccessSeal> = { through: "plain", count: "plain", sha256: "plain", version: "plain" };

export const access: Shape<AccessSeal> = {
  table: "access_seal",
  key: null,
  idOf: () => "access",
  nameOf: () => "log",
  json: `json_build_object(${membersOf(SEAL, "r")})`,
  row: (record) => rowOf(SEAL, record),
  canonical: accessRecord,
};
