import { z } from "zod";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import { capturedText, fileIds, id, nullable, sourceFields, textInput } from "@/lib/schema/fields";

/**
 * With the captured text, unchanged except for line endings; with uploaded files; and with the file that the text is
 * from.
 */
export const sourceInput = sourceFields.extend({
  text: nullable(capturedText(LONGEST_SOURCE_TEXT)),
  files: fileIds,
  readFrom: nullable(id),
});
export type SourceInput = z.output<typeof sourceInput>;

/** A file uploaded before. */
export const fileInput = z.strictObject({ file: id });
export type FileInput = z.output<typeof fileInput>;

/** Without a reason the command refuses it as `reason-missing`. */
export const fileRetraction = z.strictObject({ reason: textInput(TEXT_LIMITS.reason).optional() });
export type FileRetraction = z.output<typeof fileRetraction>;
