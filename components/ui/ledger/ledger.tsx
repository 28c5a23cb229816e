// A list, drawn from its columns. On a narrow screen each row becomes a block, and each cell shows its heading; a list of
// lines (`lines`) has rows of two lines there.
import type { Key, ReactElement, ReactNode } from "react";
import { lineCell, type PhonePlace, type RowHeight } from "./lines";
import { SortHead } from "./sort-head";

export interface ListColumn<Row> {
  /** Anything other than text becomes a cell above the others, not a heading. */
  heading: string | ReactElement;
  cell: (row: Row) => ReactNode;
  /** Its cells name their rows. */
  names?: boolean;
  numeric?: boolean;
  /** On a narrow screen its cells speak for themselves, without the heading. */
  bare?: boolean;
  /** Of its cells. */
  className?: string | undefined;
  /** Of its heading; in a list of lines its width. */
  headClassName?: string;
  /** In a list of lines: all that the cell says, where it may be cut. */
  whole?: (row: Row) => string | null;
  phone?: PhonePlace;
  /** The heading links to the order by this column. */
  order?: { href: string; current: boolean; turned: boolean } | undefined;
  /** In the last row, which counts all others. */
  foot?: ReactNode;
}

interface Group<Row> {
  key: Key;
  heading: ReactNode;
  rows: readonly Row[];
}

interface Props<Row> {
  columns: readonly ListColumn<Row>[];
  rows?: readonly Row[];
  /** In place of `rows`. */
  groups?: readonly Group<Row>[];
  rowKey: (row: Row) => Key;
  rowProps?: (row: Row) => { id?: string; className?: string };
  /** For screen readers: the page shows a heading above it. */
  caption?: string;
  labelledBy?: string;
  className?: string;
  /** Keeps its columns on a narrow screen. */
  flat?: boolean;
  /** One line a row, of this height. */
  lines?: RowHeight | undefined;
  /** The keys of the page move through its rows, as through those of a list of lines; a row's first link opens it. */
  walked?: boolean;
}

export function Ledger<Row>({ columns, rows = [], groups, rowKey, rowProps, flat, ...props }: Props<Row>) {
  const { lines, walked = lines !== undefined } = props;
  const cell = (column: ListColumn<Row>, place: number, row: Row | null) => (
    <Cell key={place} {...{ column, row, lines }} flat={flat ?? lines !== undefined}>
      {row === null ? column.foot : column.cell(row)}
    </Cell>
  );
  const line = (row: Row) => {
    const { className, ...given } = rowProps?.(row) ?? {};
    return (
      <tr
        key={rowKey(row)}
        className={classes(walked && "walked", lines && "line-row", className)}
        data-row={walked ? "" : undefined}
        {...given}
      >
        {columns.map((column, place) => cell(column, place, row))}
      </tr>
    );
  };
  return (
    <table
      className={classes("ledger", lines ? "linelist" : !flat && "stack", props.className)}
      aria-labelledby={props.labelledBy}
    >
      {props.caption === undefined ? null : <caption className="sr-only">{props.caption}</caption>}
      <thead className={lines && "max-md:hidden"}>
        <tr>
          {columns.map((column, place) => (
            <Head key={place} column={column} lines={lines} />
          ))}
        </tr>
      </thead>
      {groups === undefined ? <tbody className={lines && "max-md:block"}>{rows.map(line)}</tbody> : null}
      {groups?.map((group) => (
        <tbody key={group.key} className={lines && "max-md:block"}>
          <tr className="group-head">
            <th colSpan={columns.length} scope="rowgroup">
              {group.heading}
            </th>
          </tr>
          {group.rows.map(line)}
        </tbody>
      ))}
      {columns.some(({ foot }) => foot !== undefined) ? (
        <tfoot>
          <tr>{columns.map((column, place) => cell(column, place, null))}</tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function Head<Row>({ column, lines }: { column: ListColumn<Row>; lines: RowHeight | undefined }) {
  const { heading, order, numeric, className, headClassName } = column;
  const inLines = lines && "line-head";
  if (typeof heading !== "string")
    return <td className={classes(className, inLines, headClassName)}>{heading}</td>;
  if (order)
    return (
      <SortHead label={heading} className={classes(numeric && "number", inLines, headClassName)} {...order} />
    );
  return (
    <th scope="col" className={classes(numeric && "number", inLines, headClassName)}>
      {heading}
    </th>
  );
}

interface CellProps<Row> {
  column: ListColumn<Row>;
  /** Null in the last row. */
  row: Row | null;
  flat: boolean | undefined;
  lines: RowHeight | undefined;
  children: ReactNode;
}

function Cell<Row>({ column, row, flat, lines, children }: CellProps<Row>) {
  const { heading, numeric, bare, whole, phone } = column;
  const given = {
    className: classes(numeric && "number", lines && lineCell(lines, phone), column.className),
    title: (row !== null && whole?.(row)) || undefined,
  };
  if (column.names)
    return (
      <th scope="row" {...given}>
        {children}
      </th>
    );
  return (
    <td data-l={flat || bare || typeof heading !== "string" ? undefined : heading} {...given}>
      {children}
    </td>
  );
}

const classes = (...names: (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(" ") || undefined;
