import { z } from "zod";
import { LONGEST_TEXT } from "@/lib/domain/source";
import { capturedText, id, orNull, sourceFields } from "@/lib/fields";

/** With the text of the document, where it is captured: kept as it is, but for how its lines end. */
export const sourceInput = sourceFields.extend({ text: orNull(capturedText(LONGEST_TEXT)) });
export type SourceInput = z.output<typeof sourceInput>;

/** A file that was sent before. */
export const fileInput = z.strictObject({ file: id });
export type FileInput = z.output<typeof fileInput>;
