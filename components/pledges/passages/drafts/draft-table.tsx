"use client";
// A text's drafted pledges next to its words: accepted, changed or skipped by keyboard, then logged together.
import { Fragment, type ReactNode } from "react";
import { FieldErrorsContext } from "@/components/form/field-errors";
import { fillIn } from "@/components/form/fill";
import { FormErrors } from "@/components/form/sending/form-errors";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { TextSpan } from "@/lib/domain/base/sentences";
import { DRAFT_COLUMNS, DraftItem } from "./draft-item";
import { DraftText } from "./draft-text";
import type { DraftsOptions } from "./rows";
import { TextGrade } from "./text-grade";
import type { DraftAs } from "./missing";
import { useDrafts, type DraftsGiven } from "./use-drafts";
import { useWalk } from "./use-walk";

interface Props extends DraftsGiven {
  text: string;
  language: string;
  /** Where the words of all rows are. */
  spans: readonly TextSpan[];
  /** How many drafts of the text are on pages before this one. */
  before: number;
  options: DraftsOptions;
  /** By the draft's id: the draft next to the pledges that it may be. */
  alike: Readonly<Record<string, ReactNode>>;
  /** The row that a form without a script leads back to. */
  at: string | null;
}

export function DraftTable({ text, language, spans, before, options, alike, at, ...given }: Props) {
  const { words, source } = given;
  const drafts = useDrafts(given);
  const walk = useWalk(drafts, at);
  const { rows, errors } = drafts;
  const { marks } = drafts.kept;
  const { current } = walk;

  const count = (as: DraftAs) => rows.filter((row) => row.state === "OPEN" && marks[row.id] === as).length;
  const counts = {
    accepted: count("accepted"),
    skipped: count("skipped"),
    open: rows.filter(walk.isWaiting).length,
    onRecord: rows.filter(({ state }) => state === "ACCEPTED").length,
  };
  return (
    <>
      <FormErrors
        troubles={drafts.attempt > 0 ? drafts.troubles : []}
        words={words}
        attempt={drafts.attempt}
      />
      <p role="status" className={drafts.done.length > 0 ? "mb-4" : ""}>
        {drafts.done.length > 0 ? words.done : null}
        {drafts.done.map((reference, index) => (
          <Fragment key={reference}>
            {index === 0 ? " " : ", "}
            <a href={`/pledges/${reference}`}>{reference}</a>
          </Fragment>
        ))}
      </p>
      <FieldErrorsContext value={{ errors, errorPrefix: words.errorPrefix }}>
        <TextGrade grade={drafts.kept.grade} onChange={drafts.setGrade} options={options} words={words} />
        <div className="grid grid-cols-[384px_minmax(0,1fr)] items-start gap-8 max-xl:grid-cols-1">
          <DraftText {...{ text, language, spans, current, words }} />
          <section aria-label={words.table}>
            <div
              aria-hidden="true"
              className={`${DRAFT_COLUMNS} border-b-2 border-rule-strong pr-2 pb-1 pl-0.75 text-caption text-muted max-md:hidden`}
            >
              <span />
              {[words.who, words.says, words.what, words.howMuch, words.if, words.record].map((head) => (
                <span key={head}>{head}</span>
              ))}
            </div>
            <ol className="plain">
              {rows.map((row, index) => (
                <DraftItem
                  key={row.id}
                  {...{ row, source, options, words }}
                  alike={alike[row.id]}
                  number={before + index + 1}
                  isCurrent={row.id === current?.id}
                  as={marks[row.id]}
                  trouble={errors.get(`row-${row.id}`)}
                  onFocus={() => walk.goTo(row)}
                  onEdit={(part) => drafts.edit(row.id, part)}
                  onMark={(as) => walk.markOne(row, as)}
                  onUndo={() => walk.undo(row)}
                />
              ))}
            </ol>
          </section>
        </div>
      </FieldErrorsContext>
      <div className="sticky bottom-0 z-4 -mx-(--gutter) flex flex-wrap items-center gap-4 border-t border-rule-strong bg-surface px-(--gutter) py-2 noscript:hidden print:hidden">
        <p role="status">{fillIn(words.tally, counts)}</p>
        <p className="text-caption text-muted in-data-[keys=off]:hidden max-xl:hidden">{words.keys}</p>
        <ScriptButton
          className={buttonLook("primary ml-auto")}
          disabled={drafts.busy}
          onClick={() => void drafts.log()}
        >
          {drafts.busy ? words.saving : words.log}
        </ScriptButton>
      </div>
    </>
  );
}
