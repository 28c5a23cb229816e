// A list, drawn from its columns. On a narrow screen each row becomes a block, and each cell shows its heading.
import type { Key, ReactElement, ReactNode } from "react";
import { SortHead } from "./sort-head";

export interface ListColumn<Row> {
  /** Anything but words makes no heading, but a cell above the others. */
  heading: string | ReactElement;
  cell: (row: Row) => ReactNode;
  /** Its cells name their rows. */
  names?: boolean;
  numeric?: boolean;
  /** On a narrow screen its cells speak for themselves, without the heading. */
  bare?: boolean;
  /** Of its cells. */
  className?: string | undefined;
  /** Of its heading. */
  headClassName?: string;
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
}

export function Ledger<Row>({ columns, rows = [], groups, rowKey, rowProps, flat, ...props }: Props<Row>) {
  const line = (row: Row) => (
    <tr key={rowKey(row)} {...rowProps?.(row)}>
      {columns.map((column, place) => (
        <Cell key={place} column={column} flat={flat}>
          {column.cell(row)}
        </Cell>
      ))}
    </tr>
  );
  return (
    <table
      className={classes("ledger", !flat && "stack", props.className)}
      aria-labelledby={props.labelledBy}
    >
      {props.caption === undefined ? null : <caption className="vh">{props.caption}</caption>}
      <thead>
        <tr>
          {columns.map((column, place) => (
            <Head key={place} column={column} />
          ))}
        </tr>
      </thead>
      {groups === undefined ? <tbody>{rows.map(line)}</tbody> : null}
      {groups?.map((group) => (
        <tbody key={group.key}>
          <tr className="rg">
            <th colSpan={columns.length} scope="rowgroup">
              {group.heading}
            </th>
          </tr>
          {group.rows.map(line)}
        </tbody>
      ))}
      {columns.some(({ foot }) => foot !== undefined) ? (
        <tfoot>
          <tr>
            {columns.map((column, place) => (
              <Cell key={place} column={column} flat={flat}>
                {column.foot}
              </Cell>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function Head<Row>({ column }: { column: ListColumn<Row> }) {
  const { heading, order, numeric, className, headClassName } = column;
  if (typeof heading !== "string") return <td className={className}>{heading}</td>;
  if (order) return <SortHead label={heading} numeric={numeric ?? false} {...order} />;
  return (
    <th scope="col" className={classes(numeric && "num", headClassName)}>
      {heading}
    </th>
  );
}

interface CellProps<Row> {
  column: ListColumn<Row>;
  flat: boolean | undefined;
  children: ReactNode;
}

function Cell<Row>({ column, flat, children }: CellProps<Row>) {
  const { heading, numeric, bare } = column;
  const className = classes(numeric && "num", column.className);
  if (column.names)
    return (
      <th scope="row" className={className}>
        {children}
      </th>
    );
  return (
    <td data-l={flat || bare || typeof heading !== "string" ? undefined : heading} className={className}>
      {children}
    </td>
  );
}

const classes = (...names: (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(" ") || undefined;
