// Under a contribution: which other line is the same unit or sum, which line names this one, and which looks like it.
import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { LineName, LinesAround } from "@/lib/domain/details/lines-around";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { withMarking } from "@/lib/i18n/coalition-only";
import { translator } from "@/lib/i18n/translator";

const t = translator("links");

interface Props {
  line: Contribution;
  around: LinesAround;
  /** Of the pledge shown. */
  reference: string;
  mayEdit: boolean;
}

export function LineNotes({ line, around, reference, mayEdit }: Props) {
  const { sameAs } = line;
  const named = around.named[line.id];
  const naming = around.naming.filter((one) => one.line === line.id);
  const alike = around.alike.filter((one) => one.line === line.id);
  if (!named && naming.length === 0 && alike.length === 0) return null;
  const place = around.places[line.id] ?? 1;
  return (
    <ul className="text-muted">
      {sameAs && named ? <li>{saying(STATES[sameAs.state], named, reference, isSum(line))}</li> : null}
      {naming.map(({ by, state }) => (
        <li key={by.contribution}>
          {saying(state === "CONFIRMED" ? "line.named" : "line.namedClaimed", by, reference)}
        </li>
      ))}
      {alike.map(({ other }) => (
        <li key={other.contribution}>
          {saying("line.alike", other, reference)}{" "}
          {mayEdit ? (
            <a
              href={`/pledges/${reference}/edit?line=${line.id}&same=${other.contribution}&of=${other.pledge}#contributions.${String(place - 1)}`}
            >
              {t("line.say", { n: place, other: lineWords(other, reference) })}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const STATES = { CONFIRMED: "line.unit", CLAIMED: "line.claimed", DECLINED: "line.declined" } as const;

/** Money alone. */
const isSum = ({ quantity, money }: Contribution): boolean => money !== null && quantity.unit === null;

type Saying = (typeof STATES)[keyof typeof STATES] | "line.named" | "line.namedClaimed" | "line.alike";

function saying(key: Saying, other: LineName, reference: string, sum = false): ReactNode {
  const link = (inside: ReactNode) => (
    <a href={asOfHref(`/pledges/${other.pledge}#contributions`)}>{inside}</a>
  );
  return t.rich(key === "line.unit" && sum ? "line.sum" : key, {
    other: lineWords(other, reference),
    link,
  });
}

/** "GB-3-002, line 1"; of the pledge shown "line 2". */
export function lineWords({ pledge, place }: LineName, reference: string): string {
  if (place === null) return withMarking(t("line.gone", { pledge }), pledge);
  return pledge === reference
    ? t("line.own", { n: place })
    : withMarking(t("line.of", { pledge, n: place }), pledge);
}
