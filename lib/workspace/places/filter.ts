import { z } from "zod";
import { words } from "@/lib/schema/parameters";

/** Left out: all pages, actions and saved views. */
export const placeParameters = z.strictObject({ q: words });
