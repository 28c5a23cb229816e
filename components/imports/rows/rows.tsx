import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import type { ReactNode } from "react";
import { keepersOf } from "@/components/people/participants/keepers";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { GlyphName } from "@/components/ui/marks/glyph";
import { StatusMark, type Family } from "@/components/ui/marks/mark";
import type { Names } from "@/components/ui/names";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { ImportJob, ImportRowOutcome, TriedRow } from "@/lib/domain/import/import";
import { cellsBehind } from "@/lib/domain/import/causes";
import { columnLetter, type ImportField } from "@/lib/domain/import/import-columns";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import type { PersonDesk } from "@/lib/domain/people/person";
import { cellMessageWords } from "@/lib/i18n/words/import-words";
import { withMarking } from "@/lib/i18n/coalition-only";
import { numberInWords } from "@/lib/i18n/numbers";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { AnswerRow } from "./answer-row";
import { CorrectRow, type BadCell } from "./correct-row";
import { importFormWords } from "../words";
import { RowNextToRecord, type ComparedRow } from "./compared";

const t = translator("imports");
const domain = translator("domain");

/** Shared by all rows. */
interface RowContext {
  actor: Actor;
  job: ImportJob;
  names: Names;
  desks: readonly PersonDesk[];
  /** Rows that may be on record, by number. */
  compared: ReadonlyMap<number, ComparedRow>;
}

/** Rows of a file, with the outcome that each would have, or had. */
export function TriedRows({ rows, ...context }: RowContext & { rows: readonly TriedRow[] }) {
  return (
    <Ledger
      caption={t("trial.caption")}
      rows={rows}
      rowKey={({ row }) => row}
      rowProps={({ row }) => ({ id: `row-${String(row)}` })}
      columns={[
        { heading: t("trial.row"), numeric: true, cell: ({ row }) => numberInWords(row) },
        { heading: t("trial.pledge"), names: true, cell: (row) => <RowName {...context} row={row} /> },
        {
          heading: t("trial.outcome"),
          cell: (row) => (
            <div tabIndex={-1} data-result-of={row.row}>
              <Outcome {...context} row={row} />
            </div>
          ),
        },
      ]}
    />
  );
}

function RowName({ job, row, names }: RowContext & { row: TriedRow }) {
  const cell = (field: ImportField): string => row.cells[job.columns?.[field] ?? -1] ?? "";
  const participant = row.participant
    ? (names.participants[row.participant] ?? row.participant)
    : cell("participant");
  const priority = row.priority === null ? cell("priority") : String(row.priority);
  return (
    <>
      <span className="inline-block wrap-anywhere md:min-w-48" translate="no">
        {row.title ?? cell("title")}
      </span>
      <br />
      <span className="text-muted" translate="no">
        {participant} · {priority}
      </span>
    </>
  );
}

const LOOKS = {
  new: ["plus", "moving"],
  duplicate: ["declined", "neutral"],
  unchanged: ["tick", "neutral"],
  error: ["blocked", "blocked"],
  leftOut: ["declined", "neutral"],
} as const satisfies Readonly<Record<ImportRowOutcome | "leftOut", readonly [GlyphName, Family]>>;

function Outcome({ row, ...context }: RowContext & { row: TriedRow }) {
  const { job, compared } = context;
  const comparedRow = compared.get(row.row);
  const outcome = row.outcome ?? "leftOut";
  return (
    <>
      {row.reference === null ? (
        <StatusMark glyph={LOOKS[outcome][0]} family={LOOKS[outcome][1]}>
          {t(`outcome.${outcome}`)}
        </StatusMark>
      ) : (
        <>
          <a href={`/pledges/${row.reference}`}>{t("outcome.came", { reference: row.reference })}</a>
          <CoalitionMark reference={row.reference} />
        </>
      )}
      {row.takenBack === null ? null : (
        <p className="text-caption text-muted">{t(row.takenBack ? "outcome.takenBack" : "outcome.stays")}</p>
      )}
      {sentencesOf(row).map((sentence) => (
        <p key={sentence} className="text-caption text-muted">
          {sentence}
        </p>
      ))}
      {row.faults.length === 0 ? null : (
        <ul className="plain">
          {row.faults.map((message, place) => (
            <li key={place}>
              <Cell job={job} message={message} />
            </li>
          ))}
        </ul>
      )}
      {notesOf(row).map((message, place) => (
        <p key={place} className="text-caption text-muted">
          <Cell job={job} message={message} />
        </p>
      ))}
      {comparedRow && row.reference === null ? (
        <RowNextToRecord
          job={job}
          number={row.row}
          compared={comparedRow}
          answeredReference={row.marks?.is ?? null}
          title={similarTo(row) ?? t("compared.title", { row: row.row })}
        />
      ) : (
        <p className="text-caption text-muted empty:hidden">{similarTo(row)}</p>
      )}
      {row.outcome === "error" && job.state === "CHECKED" ? <RowFix {...context} row={row} /> : null}
      {(row.outcome ?? "error") === "error" && job.state === "CHECKED" ? (
        <AnswerRow
          id={job.id}
          row={row.row}
          answers={[
            row.outcome === null
              ? { label: t("mend.takeIn", { row: row.row }), says: { leaveOut: false } }
              : { label: t("mend.leaveOut", { row: row.row }), says: { leaveOut: true } },
          ]}
          words={importFormWords("compared")}
        />
      ) : null}
    </>
  );
}

function similarTo({ similar }: TriedRow): string | null {
  if (similar.length === 0) return null;
  const references = similar.map((one) => withMarking(one)).join(", ");
  return t("outcome.similar", { count: similar.length, references });
}

/** The cells of a row that isn't new are not used, so only what concerns the record is shown. */
const notesOf = ({ outcome, notes }: TriedRow): CellMessage[] =>
  outcome === "new" ? notes : notes.filter(({ code }) => code === "says-otherwise" || code === "is-void");

/** Sentences that complete the outcome's one word. */
function sentencesOf({ outcome, proposes, duplicateOfRow, onRecord, reference }: TriedRow): string[] {
  if (outcome === "unchanged") return [t("outcome.sameOnRecord", { reference: onRecord ?? "" })];
  if (outcome === "new" && proposes !== null && reference === null)
    return [t("outcome.newProposes", { stage: domain.ofCode("stage", proposes) })];
  if (outcome !== "duplicate") return [];
  return [
    ...(duplicateOfRow === null ? [] : [t("outcome.duplicateOfRow", { row: duplicateOfRow })]),
    ...(onRecord === null ? [] : [t("outcome.onRecord", { reference: onRecord })]),
  ];
}

function Cell({ job, message }: { job: ImportJob; message: CellMessage }): ReactNode {
  const column = job.columns?.[message.field];
  return (
    <>
      <b>
        {column === undefined
          ? t(`field.${message.field}`)
          : t("mend.label", {
              field: job.header[column] || t(`field.${message.field}`),
              letter: columnLetter(column),
            })}
      </b>
      {colon()} {cellMessageWords(message)}
    </>
  );
}

/** The row's cells in error. For a row that other desks keep: who keeps it. */
function RowFix({ actor, job, row, desks }: RowContext & { row: TriedRow }) {
  const isOthers = row.participant !== null && !holds(actor, row.participant);
  const keepers = isOthers ? keepersOf(row.participant ?? "", desks) : null;
  const places = [
    ...new Set(
      row.faults.flatMap((message) => cellsBehind(message).flatMap((field) => job.columns?.[field] ?? [])),
    ),
  ];
  const cells: BadCell[] = places.map((column) => ({
    column,
    label: t("mend.label", { field: job.header[column] || String(column + 1), letter: columnLetter(column) }),
    value: row.cells[column] ?? "",
  }));
  return (
    <>
      {!isOthers ? null : (
        <p className="text-caption text-muted">
          {keepers === null ? t("outcome.elsewhereManagers") : t("outcome.elsewhere", { keepers })}
        </p>
      )}
      {cells.length === 0 ? null : (
        <CorrectRow
          key={JSON.stringify(cells)}
          id={job.id}
          row={row.row}
          open={t(isOthers ? "mend.another" : "mend.open", { row: row.row })}
          cells={cells}
          words={importFormWords("mend")}
        />
      )}
    </>
  );
}
