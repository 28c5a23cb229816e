import { z } from "zod";
import { EXPORT_VIEWS, LONGEST_FILTER, LONGEST_PURPOSE } from "@/lib/domain/log/export";
import { instantIn } from "@/lib/domain/base/moment";
import { line, nullable, problemOf } from "@/lib/schema/fields";
import { cursor, instantParameter, limit, parseParameters } from "@/lib/schema/parameters";

const asOf = z
  .string()
  .max(30)
  .refine((text) => instantIn(text) !== null, problemOf("not-an-instant"))
  .transform((text) => instantIn(text) ?? text);

/** `filter`: the parameters of the view's page, as in its address; for PARTICIPANT, its code. */
export const exportInput = z.strictObject({
  what: z.enum(EXPORT_VIEWS),
  filter: z.string().max(LONGEST_FILTER).default(""),
  asOf: nullable(asOf),
  purpose: line(LONGEST_PURPOSE),
});

export const exportParameters = z.strictObject({ cursor, limit });

export const parseExportPage = (params: URLSearchParams) => parseParameters(exportParameters, params);

/** The size of a package before it is requested. */
export const previewParameters = z.strictObject({
  what: z.enum(EXPORT_VIEWS),
  filter: z.string().max(LONGEST_FILTER).default(""),
  asOf: instantParameter,
});
