import type { ReactNode } from "react";

export interface Term {
  key: string;
  name: ReactNode;
  /** The other columns. */
  cells: readonly ReactNode[];
}

/** Words and their meanings: the first column is the word. */
export function TermsDefinition({
  caption,
  columns,
  terms,
}: {
  caption: string;
  columns: readonly string[];
  terms: readonly Term[];
}) {
  return (
    <table className="ledger stack terms">
      <caption className="vh">{caption}</caption>
      <Heads columns={columns} />
      <TermRows terms={terms} columns={columns} />
    </table>
  );
}

export function Heads({ columns }: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Rows of a table, or of a group in it. */
export function TermRows({
  terms,
  columns,
  head,
}: {
  terms: readonly Term[];
  columns: readonly string[];
  head?: ReactNode;
}) {
  return (
    <tbody>
      {head === undefined ? null : (
        <tr className="rg">
          <th colSpan={columns.length} scope="rowgroup">
            {head}
          </th>
        </tr>
      )}
      {terms.map(({ key, name, cells }) => (
        <tr key={key} id={key}>
          <th scope="row">{name}</th>
          {cells.map((cell, i) => (
            <td key={columns[i + 1]} data-l={columns.length > 2 ? columns[i + 1] : undefined}>
              <span>{cell}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** A word with its code in addresses, exports and the API. */
export function Coded({ name, code }: { name: ReactNode; code: string }) {
  return (
    <>
      {name} <span className="code">{code}</span>
    </>
  );
}
