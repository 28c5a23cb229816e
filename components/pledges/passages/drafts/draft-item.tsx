"use client";
// One draft: a line that opens to what the draft says, the words that it rests on, and how it is settled.
// Without a script, each is a separate form.
import { errorLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { StageRing } from "@/components/ui/marks/stage-ring";
import { STAGE_SAID } from "@/lib/domain/passages/pledge-draft";
import { DraftBody, type BodyGiven } from "./draft-body";

interface Props extends BodyGiven {
  number: number;
  isCurrent: boolean;
  trouble: string | undefined;
  onFocus: () => void;
}

export const DRAFT_COLUMNS =
  "grid grid-cols-[28px_112px_76px_minmax(0,1fr)_108px_112px_92px] items-center gap-2 max-md:grid-cols-[28px_minmax(0,1fr)_76px]";

export function DraftItem(props: Props) {
  const { row, number, isCurrent, as, trouble, options, words, onFocus } = props;
  const { edit, howMuch, conditions, pledge } = row;
  const who = options.participants.find(({ value }) => value === edit.participant)?.label ?? words.anyone;
  return (
    <li className={isCurrent ? "border-b border-rule bg-selected" : "border-b border-rule"}>
      <details
        open={isCurrent}
        className={isCurrent ? "border-l-3 border-l-text" : "border-l-3 border-l-transparent"}
      >
        <summary
          id={`row-${row.id}`}
          className={`${DRAFT_COLUMNS} min-h-9 cursor-pointer py-1 pr-2 max-md:min-h-11 ${isCurrent ? "font-semibold" : ""}`}
          {...(isCurrent ? { "aria-current": true } : {})}
          onClick={(event) => {
            event.preventDefault();
            onFocus();
          }}
        >
          <span className="pl-1">
            <Mark row={row} as={as} number={number} words={words} />
          </span>
          <span className="truncate">{who}</span>
          <span className="flex items-center gap-1 whitespace-nowrap">
            <StageRing stage={STAGE_SAID[edit.says]} coloured />
            {words[edit.says]}
          </span>
          <span className="truncate max-md:hidden" title={edit.title}>
            {edit.title}
          </span>
          <span
            className={
              howMuch === null ? "truncate text-waiting-ink max-md:hidden" : "truncate max-md:hidden"
            }
          >
            {howMuch ?? words.notStated}
          </span>
          <span className="truncate max-md:hidden">
            {conditions.length === 0 ? words.noCondition : conditions.map((one) => one.words).join(", ")}
          </span>
          <span className="max-md:hidden">
            {pledge ?? (edit.repeats.trim() || words.new)}
            {row.isCoalitionOnly ? ` ${words.coalitionOnly}` : null}
          </span>
        </summary>
        {/* A link of the error summary opens a row and puts the focus into it. */}
        <div onFocus={isCurrent ? undefined : onFocus}>
          <DraftBody {...props} />
        </div>
      </details>
      {trouble === undefined ? null : <p className={errorLook("px-8 pb-2")}>{trouble}</p>}
    </li>
  );
}

function Mark({ row, as, number, words }: Pick<Props, "row" | "as" | "number" | "words">) {
  const mark =
    row.state === "ACCEPTED" || as === "accepted"
      ? words.accepted
      : row.state === "ASIDE" || as === "skipped"
        ? words.skipped
        : null;
  if (mark === null) return <span className="text-muted">{number}</span>;
  return (
    <>
      <Glyph
        name={mark === words.accepted ? "tick" : "x"}
        className={mark === words.accepted ? "text-done" : "text-muted"}
      />
      <span className="sr-only">{mark}</span>
    </>
  );
}
