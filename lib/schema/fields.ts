// Turns text from outside into typed input, once: fields for all schemas, and field errors with codes of the message
// files.
import { z } from "zod";
import { isDay } from "@/lib/domain/base/day";
import { MOST_EVIDENCE_FILES } from "@/lib/domain/pledge/file";
import { instantIn } from "@/lib/domain/base/moment";
import { DIRECTIONS, hasPiledMarks, OVERRIDES, refusedCharacter } from "@/lib/domain/base/characters";
import { TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import type { FieldError } from "@/lib/domain/base/refusal";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";

/** Text that can be composed in linear time. */
export const composable = z
  .string()
  .refine((value) => !hasPiledMarks(value), { ...problemOf("too-many-accents"), abort: true });

/** One line of text, not blank, in NFC. */
export const line = (max: number) => written(max, IN_A_LINE);

/** Text over several lines: tabs and line breaks are allowed. */
export const textInput = (max: number) => written(max, IN_A_TEXT);

/** Text whose positions are used as references: only its line endings are changed. */
export const capturedText = (max: number) =>
  composable
    .overwrite((value) => value.replace(/\r\n?/g, "\n"))
    .max(max)
    .refine((value) => value.trim() !== "", problemOf("empty"))
    .check(isText(IN_A_DOCUMENT));

/** What is refused: what is no text, and what makes it look like another. */
const IN_A_LINE = new RegExp(`[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}${DIRECTIONS}${OVERRIDES}]`, "u");
const IN_A_TEXT = new RegExp(`[^\\P{Cc}\\n\\t]|[\\p{Cs}${DIRECTIONS}${OVERRIDES}]`, "u");
const IN_A_DOCUMENT = new RegExp(`[^\\P{Cc}\\n\\t]|[\\p{Cs}${OVERRIDES}]`, "u");

/** Names the first of the characters that are refused. Half of a surrogate pair is \p{Cs}. */
export const isText =
  (refused = /[\p{Cc}\p{Cs}]/u): z.core.CheckFn<string> =>
  ({ value, issues }) => {
    const found = refusedCharacter(value, refused);
    if (found) issues.push({ code: "custom", input: value, params: { code: "unprintable", ...found } });
  };

/** Left out counts as null. */
export const nullable = <S extends z.ZodType>(schema: S) => schema.nullable().default(null);

export const dayInput = z.string().refine(isDay, problemOf("not-a-date")).meta({ format: "date" });

/** UTC, as 2026-01-06T21:59:59Z. */
export const instantInput = z
  .string()
  .max(30)
  .refine((value) => instantIn(value) !== null, problemOf("not-an-instant"))
  .meta({ format: "date-time" });

export const email = line(254).overwrite((value) => value.toLowerCase());

export const timeZone = z.string().max(100).refine(isTimeZone, problemOf("not-a-time-zone"));

/** In lower case, as the database writes it. */
export const id = z.uuid().toLowerCase();

/** ISO 3166 alpha-2, or EU, NATO. The command checks whether it takes part. */
export const participantCode = z.string().regex(/^[A-Z]{2,4}$/);

export const triggerCode = z
  .string()
  .max(60)
  .regex(/^[A-Z][A-Z0-9_]*$/);

export const pledgeReference = z.string().regex(/^[A-Z]{2,4}-[1-5]-\d{3,6}$/);

const SOURCE_LIMITS = {
  publisher: TEXT_LIMITS.publisher,
  url: TEXT_LIMITS.url,
  title: TEXT_LIMITS.sourceTitle,
} as const;

/** Ids of files that were uploaded before. */
export const fileIds = z.array(id).max(MOST_EVIDENCE_FILES).default([]);

export function webAddress(max: number) {
  return line(max).refine(isWebAddress, problemOf("not-a-web-address"));
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The tag of a language, "und" if it isn't known. */
export const languageTagInput = z
  .string()
  .max(35)
  .overwrite((tag) => tag.replace(/^[A-Za-z]{2,3}(?![A-Za-z])/, (language) => language.toLowerCase()))
  .refine((tag) => LANGUAGE.test(tag), problemOf("not-a-language"))
  .meta({ pattern: LANGUAGE.source });

/** A document, recorded separately or with the evidence that is based on it. */
export const sourceFields = z.strictObject({
  publisher: line(SOURCE_LIMITS.publisher),
  url: nullable(webAddress(SOURCE_LIMITS.url)),
  title: nullable(line(SOURCE_LIMITS.title)),
  publishedOn: nullable(dayInput),
  language: languageTagInput,
  ownership: z.enum(OWNERSHIPS),
});

/** The argument for `refine`, so that the error has one of our codes. */
export function problemOf(
  code: string,
  path?: PropertyKey[],
  named: { min?: number; max?: number } = {},
): { params: { code: string; min?: number; max?: number }; path?: PropertyKey[] } {
  return { params: { code, ...named }, ...(path && { path }) };
}

/** Enough for an honest client; a hostile one gets no long answer. */
const MOST_ERRORS = 100;

/** At most one error per path, in the order found. */
export function fieldErrorsOf(error: z.ZodError, input: unknown): FieldError[] {
  const found = new Map<string, FieldError>();
  for (const issue of error.issues.slice(0, MOST_ERRORS)) {
    for (const one of errorsOf(issue, input, [])) if (!found.has(one.path)) found.set(one.path, one);
  }
  return [...found.values()].slice(0, MOST_ERRORS);
}

type Issue = z.core.$ZodIssue;

function errorsOf(issue: Issue, input: unknown, base: readonly PropertyKey[]): FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === "invalid_union")
    return likeliest(issue.errors).flatMap((one) => errorsOf(one, input, path));
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .slice(0, MOST_ERRORS)
      .map((key) => ({ path: pathText([...path, key]), code: "unknown-key" }));
  }
  const value = valueAt(input, path);
  const code = value === undefined || value === null ? { code: "required" } : codeOf(issue, value);
  return [{ path: pathText(path), ...code }];
}

function codeOf(issue: Issue, value: unknown): Omit<FieldError, "path"> {
  switch (issue.code) {
    case "invalid_value":
      return { code: "not-one-of", params: { values: issue.values.join(", ").slice(0, 1_000) } };
    case "too_big":
      return {
        code: TOO_BIG[issue.origin] ?? "too-much",
        params: {
          max: Number(issue.maximum),
          ...(typeof value === "string" ? { length: value.length } : {}),
        },
      };
    case "too_small":
      return { code: TOO_SMALL[issue.origin] ?? "too-little", params: { min: Number(issue.minimum) } };
    case "invalid_type":
      return { code: issue.expected === "int" ? "not-whole" : `not-${issue.expected}` };
    case "custom":
      return customCode(issue.params);
    default:
      return { code: "malformed" };
  }
}

function customCode({ code, ...params }: Record<string, unknown> = {}): Omit<FieldError, "path"> {
  if (typeof code !== "string") return { code: "malformed" };
  return Object.keys(params).length === 0 ? { code } : { code, params: params as FieldError["params"] & {} };
}

const TOO_BIG: Record<string, string> = { string: "too-long", array: "too-many" };
const TOO_SMALL: Record<string, string> = { string: "empty", array: "too-few" };

/** The branch of a union that the input was most probably meant for. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const distance = (branch: readonly Issue[]): number =>
    branch.reduce(
      (sum, { code, path }) => sum + (path.length === 0 ? (code === "unrecognized_keys" ? 100 : 1_000) : 1),
      0,
    );
  return [...branches].sort((a, b) => distance(a) - distance(b))[0] ?? [];
}

const pathText = (path: readonly PropertyKey[]): string => path.map(String).join(".").slice(0, 200);

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function written(max: number, refused: RegExp) {
  return composable
    .overwrite((value) => value.normalize("NFC").replaceAll("\r\n", "\n"))
    .max(max)
    .refine((value) => value.trim() !== "", problemOf("empty"))
    .check(isText(refused));
}

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || /\s/.test(value)) return false;
  return (
    (url.protocol === "https:" || url.protocol === "http:") && url.username === "" && url.password === ""
  );
}

/** A name such as Europe/Kyiv: not an offset, whose sign PostgreSQL reads the other way round. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
