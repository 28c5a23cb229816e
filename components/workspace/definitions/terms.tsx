import type { ReactNode } from "react";
import { Ledger } from "@/components/ui/ledger/ledger";

export interface Term {
  key: string;
  name: ReactNode;
  /** The other columns. */
  cells: readonly ReactNode[];
}

interface Props {
  caption: string;
  columns: readonly string[];
  terms?: readonly Term[];
  /** In place of `terms`. */
  groups?: readonly { key: string; heading: ReactNode; rows: readonly Term[] }[];
}

/** Words and their meanings: the first column is the word. */
export function TermsDefinition({ caption, columns: [first = "", ...others], terms, groups }: Props) {
  return (
    <Ledger
      className="terms"
      caption={caption}
      {...(groups ? { groups } : { rows: terms ?? [] })}
      rowKey={({ key }) => key}
      rowProps={({ key }) => ({ id: key })}
      columns={[
        { heading: first, names: true, cell: ({ name }) => name },
        ...others.map((heading, place) => ({
          heading,
          bare: others.length === 1,
          cell: ({ cells }: Term) => <span>{cells[place]}</span>,
        })),
      ]}
    />
  );
}

/** A word with its code in addresses, exports and the API. */
export function Coded({ name, code }: { name: ReactNode; code: string }) {
  return (
    <>
      {name}{" "}
      <span className="code block text-subtle text-caption/5 font-normal font-mono max-md:inline max-md:ml-2">
        {code}
      </span>
    </>
  );
}
