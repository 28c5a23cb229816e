import { attachedFile } from "@/lib/pledges/files/answers";
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, day, ended, hash, instant, reference, version, stage } from "@/lib/api/parts";
import type { SourceDetails } from "@/lib/domain/details/source-details";
import { PLEDGE_PIECE_FIELDS, type Evidence } from "@/lib/domain/pledge/evidence";
import { OWNERSHIPS, type Source } from "@/lib/domain/pledge/source";
import { answersOf } from "@/lib/schema/by-field";

const sourceOfEvidence = z.object({
  id: z.uuid(),
  publisher: z.string(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  publishedOn: day.nullable(),
  language: z.string(),
  ownership: z.enum(OWNERSHIPS),
});

export const source = z
  .object({
    ...sourceOfEvidence.shape,
    files: z.array(attachedFile),
    captured: hash.nullable(),
    readFrom: z
      .object({ file: z.uuid(), sha256: hash, corrected: z.boolean(), whole: z.boolean() })
      .nullable()
      .meta({ description: "The file that the text was read from by machine; null if none." }),
    version,
    createdAt: instant,
  })
  .register(answers, { id: "Source" });

export const evidence = z
  .object({
    id: z.uuid(),
    source: sourceOfEvidence,
    ...answersOf(PLEDGE_PIECE_FIELDS, {}),
    files: z.array(attachedFile),
    span: z.object({ start: z.int(), end: z.int() }).nullable(),
    recordedAt: instant,
    retracted: ended,
  })
  .register(answers, { id: "Evidence" });

export const sourceRow = z
  .object({ ...source.shape, pledges: z.int() })
  .register(answers, { id: "SourceRow" });

export const sourceSheet = z
  .object({
    ...sourceRow.shape,
    text: z.string().nullable().meta({ description: "The text as it was captured; null if none was." }),
    evidence: z.array(
      z.object({
        ...evidence.omit({ source: true }).shape,
        pledge: reference,
        title: z.string(),
        stage,
        voided: z.boolean(),
      }),
    ),
  })
  .register(answers, { id: "SourceSheet" });

export const presentEvidence = <T extends Pick<Evidence, "files" | "span">>(piece: T) => ({
  ...piece,
  files: piece.files ?? [],
  span: piece.span ?? null,
});

export const presentSource = (known: Source): Shaped<typeof source> => ({
  ...known,
  files: known.files ?? [],
  captured: known.captured ?? null,
  readFrom: known.readFrom ?? null,
});

/** With the number of pledges that rely on it. */
export const presentSourceRow = (row: Source & { pledges: number }): Shaped<typeof sourceRow> => ({
  ...presentSource(row),
  pledges: row.pledges,
});

export const presentSourceSheet = (known: SourceDetails): Shaped<typeof sourceSheet> => ({
  ...presentSourceRow(known),
  text: known.text,
  evidence: known.evidence.map(presentEvidence),
});
