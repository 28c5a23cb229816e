"use client";
// The sheet as it is. Its row numbers are buttons: the chosen one holds the headings, and rows above it are left out.
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { troubleLine } from "@/components/form/use-save";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { send } from "@/lib/client/send";
import type { LineLeft, RowOfFile, SheetLayout, SheetOfFile } from "@/lib/domain/import/file-form";
import { columnLetter } from "@/lib/domain/import/import-columns";
import type { ImportFormWords } from "./words";

export interface LineShown extends Pick<RowOfFile, "number" | "cells"> {
  is: LineLeft | "row";
  filled: number[];
}

interface Props {
  id: string;
  words: ImportFormWords<"sheet">;
  layout: SheetLayout & { sheet: number };
  sheets: readonly SheetOfFile[];
  /** The column of participants, where it can be filled down; null: there is none. */
  who: number | null;
  lines: readonly LineShown[];
  width: number;
  /** The field of each column in words; empty for none. */
  fieldByColumn: readonly string[];
}

export function SheetChoice({ id, words, layout, sheets, who, ...shown }: Props) {
  const [failed, setFailed] = useState("");
  const [busy, setBusy] = useState(false);
  const choose = async (part: Partial<Props["layout"]>, isGuessed = false): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const sent = await send("PUT", `/imports/${id}/layout`, {
      ...layout,
      ...part,
      ...(isGuessed ? { heading: undefined, fillDown: [] } : {}),
    });
    setBusy(false);
    if (sent.ok) navigateWithMessage(`/imports/${id}`, null);
    else setFailed(troubleLine(sent.failure, words));
  };
  const { heading, headings, skips, fillDown: down = [] } = layout;
  return (
    <>
      <SheetTabs
        {...{ words, sheets }}
        chosen={layout.sheet}
        onChoose={(sheet) => void choose({ sheet }, true)}
      />
      <div className="mb-3 max-h-120 overflow-auto" role="region" aria-label={words.region} tabIndex={0}>
        <SheetTable
          {...shown}
          {...{ words, layout }}
          onChoose={(number) => void choose({ heading: number, headings: 1 })}
        />
      </div>
      <p className="mb-3 flex flex-wrap gap-2">
        <ScriptButton
          className={buttonLook()}
          aria-pressed={headings === 2}
          onClick={() => void choose({ heading, headings: headings === 2 ? 1 : 2 })}
        >
          {words.twoRows}
        </ScriptButton>
        <ScriptButton
          className={buttonLook()}
          aria-pressed={skips}
          onClick={() => void choose({ skips: !skips })}
        >
          {words.skips}
        </ScriptButton>
        {who === null ? null : (
          <ScriptButton
            className={buttonLook()}
            aria-pressed={down.includes(who)}
            onClick={() =>
              void choose({
                fillDown: down.includes(who) ? down.filter((one) => one !== who) : [...down, who],
              })
            }
          >
            {fillIn(words.fillDown, { letter: columnLetter(who) })}
          </ScriptButton>
        )}
      </p>
      {failed === "" ? null : <p role="alert">{failed}</p>}
    </>
  );
}

interface TabsProps {
  words: Props["words"];
  sheets: readonly SheetOfFile[];
  chosen: number;
  onChoose: (sheet: number) => void;
}

/** Sheets that can be chosen; hidden and unreadable ones are only named. */
function SheetTabs({ words, sheets, chosen, onChoose }: TabsProps) {
  const seen = sheets.flatMap((sheet, place) => (sheet.lines === null ? [] : [{ ...sheet, place }]));
  const hidden = sheets.filter(({ isHidden, lines }) => isHidden && lines === null);
  const lost = sheets.filter(({ isHidden, lines }) => !isHidden && lines === null);
  const namesOf = (of: readonly SheetOfFile[]) => of.map(({ name }) => name).join(", ");
  return (
    <>
      {seen.length < 2 ? null : (
        <p className="mb-2 flex flex-wrap gap-2">
          {seen.map(({ name, place }) => (
            <ScriptButton
              key={place}
              className={buttonLook()}
              aria-pressed={place === chosen}
              translate="no"
              onClick={() => onChoose(place)}
            >
              {name}
            </ScriptButton>
          ))}
        </p>
      )}
      {hidden.length === 0 ? null : (
        <p className="text-caption text-muted mb-2">{fillIn(words.hidden, { names: namesOf(hidden) })}</p>
      )}
      {lost.length === 0 ? null : (
        <p className="text-caption text-muted mb-2">{fillIn(words.lost, { names: namesOf(lost) })}</p>
      )}
    </>
  );
}

type TableProps = Pick<Props, "words" | "layout" | "lines" | "width" | "fieldByColumn"> & {
  onChoose: (number: number) => void;
};

function SheetTable({ words, layout, lines, width, fieldByColumn, onChoose }: TableProps) {
  const columns = Array.from({ length: width }, (_, column) => column);
  const last = lines.findLast(({ is, number }) => is === "heading" && number < layout.heading + LAST_HEADING);
  return (
    <table className="border border-rule-strong text-caption">
      <caption className="sr-only">{words.region}</caption>
      <thead>
        <tr>
          <th scope="col" className={NUMBER}>
            {words.row}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={NUMBER}>
              {columnLetter(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LineRows
            key={line.number}
            {...{ line, columns, words, onChoose }}
            fieldByColumn={line === last ? fieldByColumn : null}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The second line of headings may be several rows further down. */
const LAST_HEADING = 50;
const CELL = "max-w-56 truncate border border-rule px-2 py-1 text-left font-normal";
const NUMBER = "border border-rule bg-bg px-2 py-1 text-center font-normal text-muted";

interface LineProps {
  line: LineShown;
  columns: readonly number[];
  words: Props["words"];
  /** Below the last line of headings: the fields that the columns hold. */
  fieldByColumn: readonly string[] | null;
  onChoose: (number: number) => void;
}

function LineRows({ line, columns, words, fieldByColumn, onChoose }: LineProps) {
  const isHeading = line.is === "heading";
  const isLeft = line.is !== "row" && !isHeading;
  const look = isHeading ? "bg-selected font-semibold" : isLeft ? "bg-bg text-muted" : "";
  return (
    <>
      <tr className={look}>
        <th scope="row" className={NUMBER}>
          <ScriptButton
            className={buttonLook("plain")}
            aria-pressed={isHeading}
            aria-label={fillIn(words.choose, { row: String(line.number) })}
            onClick={() => onChoose(line.number)}
          >
            {line.number}
          </ScriptButton>
        </th>
        {columns.map((column) => {
          const cell = line.cells[column] ?? "";
          const isFilled = line.filled.includes(column);
          return (
            <td
              key={column}
              className={`${CELL} ${isFilled ? "text-muted" : ""}`}
              title={cell}
              translate="no"
            >
              {isFilled ? <b className="text-waiting-ink">↓ </b> : null}
              {cell}
            </td>
          );
        })}
      </tr>
      {fieldByColumn === null ? null : (
        <tr>
          <td className={NUMBER} />
          {columns.map((column) => (
            <td key={column} className={`${CELL} text-moving-ink`}>
              {fieldByColumn[column] ? (
                `→ ${fieldByColumn[column]}`
              ) : (
                <span className="text-muted">{words.notUsed}</span>
              )}
            </td>
          ))}
        </tr>
      )}
    </>
  );
}
