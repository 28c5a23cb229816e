import { z } from "zod";
import { id, sourceFields } from "@/lib/fields";

export const sourceInput = sourceFields;
export type SourceInput = z.output<typeof sourceInput>;

/** A file that was sent before. */
export const fileInput = z.strictObject({ file: id });
export type FileInput = z.output<typeof fileInput>;
