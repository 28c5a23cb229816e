import { z } from "zod";
import { moment } from "@/lib/schema/parameters";

/** `since`: compares with that moment. */
export const coverageParameters = z.strictObject({ since: moment });
