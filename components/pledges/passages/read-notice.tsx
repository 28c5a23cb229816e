"use client";
import { fillIn } from "@/components/form/fill";
import { NEW_SOURCE, type DraftSource } from "@/components/pledges/pledge-form/draft";
import { useFigures, useLocale } from "@/components/ui/language/language";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { textAt } from "@/lib/i18n/text-at";
import type { ProposedSource, ReadFile, ReceivedFile } from "@/lib/domain/pledge/file";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import type { CaptureWords } from "./words";

interface Props {
  file: ReceivedFile;
  read: Pick<ReadFile, "whole" | "proposed">;
  words: CaptureWords;
  onTake: (next: (before: DraftSource) => DraftSource) => void;
}

/** How the text was read, and what the file says about itself; none of that is filled in automatically. */
export function ReadNotice({ file, read: { whole, proposed = {} }, words, onTake }: Props) {
  const figure = useFigures();
  const locale = useLocale();
  const shown = FIELDS.flatMap((field) =>
    proposed[field] === undefined ? [] : [[field, proposed[field]] as const],
  );
  const dayIn = (day: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00Z`));
  return (
    <div className={noticeLook("mb-4")} role="status">
      <p>{fillIn(textAt(words.readBy, file.type) ?? "", { name: file.name })}</p>
      {whole ? null : <p>{fillIn(words.readPart, { max: figure(LONGEST_SOURCE_TEXT) })}</p>}
      {shown.length === 0 ? null : (
        <>
          <p className="mt-2 font-semibold">{words.readSays}</p>
          <dl className="facts">
            {shown.map(([field, value]) => (
              <div className="contents" key={field}>
                <dt>{field === "title" ? words.sourceTitle : words[field]}</dt>
                <dd>{field === "publishedOn" ? dayIn(value) : value}</dd>
              </div>
            ))}
          </dl>
          <ScriptButton
            className={buttonLook("mt-2")}
            onClick={() => onTake((before) => filledIn(before, proposed))}
          >
            {words.readTake}
          </ScriptButton>
        </>
      )}
    </div>
  );
}

const FIELDS = ["publisher", "title", "url", "publishedOn", "language"] as const;

/** What was typed stays. */
function filledIn(before: DraftSource, proposed: ProposedSource): DraftSource {
  const after = { ...before };
  for (const field of FIELDS)
    if (before[field] === NEW_SOURCE[field] || before[field] === "")
      after[field] = proposed[field] ?? before[field];
  return after;
}
