// What is checked in a draft in addition to its form: its words are in the text, and what it names is on
// record.
import "server-only";
import type { FieldError } from "@/lib/domain/base/refusal";
import { textIn, type TextSpan } from "@/lib/domain/base/sentences";
import { isOpposite, type DraftContent } from "@/lib/domain/passages/pledge-draft";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Tx } from "@/lib/db/write";

export interface OnRecord {
  participants: ReadonlySet<string>;
  triggers: ReadonlySet<string>;
  /** By reference. */
  pledges: ReadonlyMap<string, Pick<Pledge, "participant" | "stage">>;
}

/** Finds what is on record among everything that the drafts name. */
export async function onRecordOf(tx: Tx, contents: readonly DraftContent[]): Promise<OnRecord> {
  const codes = new Set(
    contents.flatMap(({ participant, jointWith, onBehalfOf }) => [
      ...(participant === null ? [] : [participant]),
      ...jointWith,
      ...onBehalfOf,
    ]),
  );
  const participants = new Set<string>();
  for (const code of codes) if (await tx.participants.find(code)) participants.add(code);
  const named = contents.flatMap(({ conditions }) => conditions.flatMap(({ trigger }) => trigger ?? []));
  return {
    participants,
    triggers: new Set((await tx.triggers.find(named)).map(({ code }) => code)),
    pledges: await tx.pledges.named(contents.flatMap(({ repeats }) => repeats ?? [])),
  };
}

/** `base` prefixes the paths. */
export function draftErrors(
  { participants, triggers, pledges }: OnRecord,
  draft: DraftContent,
  text: string,
  base: string,
): FieldError[] {
  const isAway = (span: TextSpan): boolean => {
    const words = textIn(text, span);
    return span.end > text.length || words.trim() === "" || !words.isWellFormed();
  };
  const unknown = (code: string | null, path: string): FieldError[] =>
    code === null || participants.has(code) ? [] : [{ path: `${base}${path}`, code: "unknown" }];
  const earlier = draft.repeats === null ? null : pledges.get(draft.repeats);
  return [
    ...unknown(draft.participant, "participant"),
    ...draft.jointWith.flatMap((code, index) => unknown(code, `jointWith.${index}`)),
    ...draft.onBehalfOf.flatMap((code, index) => unknown(code, `onBehalfOf.${index}`)),
    ...(isAway(draft.span) ? [{ path: `${base}span`, code: "not-at-its-place" }] : []),
    ...draft.words.flatMap(({ span }, index) =>
      isAway(span) ? [{ path: `${base}words.${index}.span`, code: "not-at-its-place" }] : [],
    ),
    ...draft.conditions.flatMap(({ span, trigger }, index) => [
      ...(isAway(span) ? [{ path: `${base}conditions.${index}.span`, code: "not-at-its-place" }] : []),
      ...(trigger === null || triggers.has(trigger)
        ? []
        : [{ path: `${base}conditions.${index}.trigger`, code: "unknown" }]),
    ]),
    ...(earlier === undefined ? [{ path: `${base}repeats`, code: "unknown" }] : []),
    ...(earlier && earlier.participant !== draft.participant
      ? [{ path: `${base}repeats`, code: "another-participant" }]
      : []),
  ];
}

/** Asked as it is accepted: until then, what it says can be corrected and the pledge can change its stage. */
export function oppositeErrors({ pledges }: OnRecord, { says, repeats }: DraftContent): FieldError[] {
  const earlier = repeats === null ? undefined : pledges.get(repeats);
  return earlier && isOpposite(says, earlier.stage) ? [{ path: "repeats", code: "says-the-opposite" }] : [];
}
