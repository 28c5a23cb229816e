import { z } from "zod";
import { words } from "@/lib/schema/parameters";

/** Left out: the pages and actions there are, and the saved views. */
export const placeParameters = z.strictObject({ q: words });
