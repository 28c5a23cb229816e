// A finding as JSON; authors have the names they had when they wrote.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, instant, version, writer } from "@/lib/api/parts";
import {
  FINDING_ACTS,
  FINDING_REFERENCE,
  FINDING_STATES,
  type Finding,
  stateOf,
} from "@/lib/domain/oversight/finding";
import type { FindingDetails, FindingRow } from "@/lib/domain/oversight/finding-details";
import { recordKey } from "@/lib/domain/oversight/record-key";

/** `pledge:FR-3-001` */
const recordName = z.string();

export const finding = z
  .object({
    id: z.uuid(),
    reference: z.string().regex(FINDING_REFERENCE),
    version,
    state: z.enum(FINDING_STATES),
    about: recordName,
    text: z.string(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Finding" });

export const findingRow = z
  .object({
    ...finding.shape,
    /** The record's title. */
    title: z.string(),
    by: writer,
    last: z.object({ by: writer, at: instant }),
  })
  .register(answers, { id: "FindingRow" });

export const findingSheet = z
  .object({
    ...findingRow.shape,
    story: z.array(
      z.object({
        seq: z.int().min(1),
        at: instant,
        by: writer,
        does: z.enum(["note", ...FINDING_ACTS]),
        text: z.string(),
      }),
    ),
    may: z.array(z.enum(FINDING_ACTS)),
  })
  .register(answers, { id: "FindingSheet" });

export const presentFinding = (one: Finding): Shaped<typeof finding> => ({
  ...one,
  state: stateOf(one),
  about: recordKey(one.about),
});

export const presentFindingRow = ({
  finding: one,
  about,
  by,
  last,
}: FindingRow): Shaped<typeof findingRow> => ({
  ...presentFinding(one),
  title: about.title,
  by,
  last,
});

export const presentFindingSheet = ({ story, may, ...row }: FindingDetails): Shaped<typeof findingSheet> => ({
  ...presentFindingRow(row),
  story,
  may,
});
