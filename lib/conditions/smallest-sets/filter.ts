import { z } from "zod";
import { scaled } from "@/lib/domain/base/amount";
import { oneOfParameter, parseParameters } from "@/lib/schema/parameters";
import { decimalInput } from "@/lib/schema/amounts";

/** As if every dormant trigger were met, or as they are. */
const DORMANT = ["assumed", "asTheyAre"] as const;
const dormant = oneOfParameter(DORMANT, "asTheyAre");

export const startParameters = z.strictObject({ dormant });
export type StartFilter = z.output<typeof startParameters>;

/** `need`: how much is to be firm, in the requirement's unit or currency; left out: all that it asks for. */
export const firmParameters = z.strictObject({
  dormant,
  need: decimalInput.transform(scaled).nullable().default(null),
});
export type FirmFilter = z.output<typeof firmParameters>;

export const parseStartFilter = (params: URLSearchParams) => parseParameters(startParameters, params);
export const parseFirmFilter = (params: URLSearchParams) => parseParameters(firmParameters, params);

/** A page searches only if its address says how dormant triggers count. */
export const DECISIONS_PARAMETER = "decisions";

export const decisionsAsked = (search: Readonly<Record<string, unknown>>): StartFilter["dormant"] | null =>
  DORMANT.find((one) => one === search[DECISIONS_PARAMETER]) ?? null;
