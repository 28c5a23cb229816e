"use client";
// Progress, and the outcome for each pledge: a failure says why and can be tried again.
import { useEffect, useRef } from "react";
import { fillIn } from "@/components/form/fill";
import { Fold } from "@/components/ui/fold/fold";
import { buttonLook, referenceLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { ReferenceLink } from "@/components/ui/link-to";
import type { BulkRun } from "./use-bulk";
import { bulkWords } from "./words";
import { isDone, countOutcomes, type BulkRow } from "./work";

interface Props {
  run: BulkRun;
  /** Its frame and where it is on the page, in classes. */
  place: string;
  onStop: () => void;
  onAgain: () => void;
  onClose: () => void;
}

export function Results({ run, place, onStop, onAgain, onClose }: Props) {
  const { done, total, rows, running } = run;
  const words = bulkWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [running]);
  if (running)
    return (
      <div className={place}>
        <h2 className="mb-2" tabIndex={-1} ref={heading}>
          {words.sending}
        </h2>
        <progress
          className="mx-0 my-2 max-w-120 bg-moving"
          max={total}
          value={done}
          aria-label={words.sending}
        />
        <p className="mb-4">{fillIn(words.progress, { done, total })}</p>
        <ScriptButton className={buttonLook()} onClick={onStop}>
          {words.stop}
        </ScriptButton>
      </div>
    );
  const failed = rows.filter((row) => !isDone(row));
  return (
    <div className={place}>
      <h2 className="mb-2" tabIndex={-1} ref={heading}>
        {fillIn(run.confirms ? words.summaryConfirmed : words.summary, countOutcomes(rows))}
      </h2>
      {failed.length === 0 ? null : (
        <table className="ledger stack">
          <caption className="sr-only">{words.failedCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.pledge}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {failed.map((row) => (
              <tr key={row.reference}>
                <th scope="row">
                  <ReferenceLink href={`/pledges/${row.reference}`}>{row.reference}</ReferenceLink>
                </th>
                <td>{whyOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SettledPledges rows={rows.filter(isDone)} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 mt-2">
        {failed.length === 0 ? null : (
          <ScriptButton className={buttonLook("primary")} onClick={onAgain}>
            {words.again}
          </ScriptButton>
        )}
        <ScriptButton className={buttonLook()} onClick={onClose}>
          {words.close}
        </ScriptButton>
      </div>
    </div>
  );
}

/** Which pledges they were, folded under their number. */
function SettledPledges({ rows }: { rows: readonly BulkRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Fold className="mt-2" summary={fillIn(bulkWords().settled, { count: rows.length })}>
      <ul className="flex flex-wrap gap-x-3">
        {rows.map(({ reference }) => (
          <li key={reference}>
            <a className={referenceLook("inline-block min-h-6")} href={`/pledges/${reference}`}>
              {reference}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function whyOf(row: BulkRow): string {
  const words = bulkWords();
  if (!("why" in row)) return row.outcome === "UNTRIED" ? words.untried : words.unanswered;
  if (row.conflict)
    return fillIn(words.conflict, {
      who: row.conflict.changedBy,
      fields: row.conflict.fields.map(fieldName).join(", "),
    });
  return row.why?.detail ?? "";
}

function fieldName(field: string): string {
  const words = bulkWords();
  return field === "owner" || field === "nextAction" || field === "nextActionDueOn" || field === "dueOn"
    ? words[field]
    : field;
}
