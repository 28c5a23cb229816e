"use client";
// An opened draft: what it says, the words that it rests on, what can be changed, and how it is settled.
import type { ReactNode } from "react";
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { buttonLook } from "@/components/ui/looks";
import { AlikeContext } from "./choose-repeats";
import { DraftFacts } from "./draft-facts";
import type { DraftEdit, DraftRow, DraftsOptions, DraftsWords } from "./rows";
import type { DraftAs } from "./missing";
import { PlainGrade } from "./text-grade";

export interface BodyGiven {
  row: DraftRow;
  /** The draft next to the pledges that it may be. */
  alike: ReactNode;
  source: string;
  as: DraftAs | undefined;
  options: DraftsOptions;
  words: DraftsWords;
  onEdit: (part: Partial<DraftEdit>) => void;
  onMark: (as: DraftAs) => void;
  onUndo: () => void;
}

export function DraftBody({ row, alike, source, as, options, words, onEdit, onMark, onUndo }: BodyGiven) {
  const fieldOf = textFields(row.edit, onEdit, row.id);
  const { state, pledge, edit } = row;
  return (
    <form
      method="post"
      action="/api/own/draft"
      className="px-8 pt-1 pb-4 max-md:px-3"
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="draft" value={row.id} />
      <input type="hidden" name="held" value={row.version} />
      <input type="hidden" name="back" value={`/sources/${source}/drafts?row=${row.id}`} />
      <DraftFacts row={row} words={words} />
      {state === "ACCEPTED" ? (
        <p>
          {words.done} <a href={`/pledges/${pledge ?? ""}`}>{pledge}</a>
          {row.isCoalitionOnly ? ` ${words.coalitionOnly}` : null}
        </p>
      ) : state === "ASIDE" ? (
        <button className={buttonLook()} name="does" value="open" formNoValidate onClick={onUndo}>
          {words.takeOut}
        </button>
      ) : (
        <>
          <AlikeContext value={{ says: edit.says, choose: (repeats) => onEdit({ repeats }) }}>
            {alike}
          </AlikeContext>
          <div className="grid grid-cols-2 gap-x-4 max-md:grid-cols-1">
            <SelectControl
              {...fieldOf("participant")}
              label={words.who}
              options={options.participants}
              none={words.choose}
              required
            />
            <SelectControl
              {...fieldOf("says")}
              onChange={(says) => onEdit({ says: says as DraftEdit["says"] })}
              label={words.says}
              options={words.saysOptions}
              required
            />
            <SelectControl
              {...fieldOf("priority")}
              label={words.priority}
              options={options.priorities}
              none={words.choose}
              required
            />
            <TextControl {...fieldOf("title")} label={words.what} required />
            <TextControl {...fieldOf("repeats")} label={words.repeats} hint={words.repeatsHint} />
          </div>
          {edit.repeats.trim() === "" ? (
            edit.says === "WONT" ? (
              <p className="mb-2">{words.WONTNote}</p>
            ) : null
          ) : (
            <p className="mb-2">{words.repeatsNote}</p>
          )}
          <PlainGrade row={row.id} options={options} words={words} />
          <div className="flex flex-wrap gap-3">
            {as === undefined ? (
              <>
                <button
                  className={buttonLook("primary")}
                  name="does"
                  value="accept"
                  onClick={() => onMark("accepted")}
                >
                  {words.accept} <kbd className="noscript:hidden max-md:hidden">A</kbd>
                </button>
                <button
                  className={buttonLook()}
                  name="does"
                  value="skip"
                  formNoValidate
                  onClick={() => onMark("skipped")}
                >
                  {words.skip} <kbd className="noscript:hidden max-md:hidden">S</kbd>
                </button>
              </>
            ) : (
              <button type="button" className={buttonLook()} onClick={onUndo}>
                {words.undo} <kbd className="max-md:hidden">Z</kbd>
              </button>
            )}
            <a className={buttonLook("plain")} href={`/sources/${source}/drafts/${row.id}`}>
              {words.allFields}
            </a>
          </div>
        </>
      )}
    </form>
  );
}
