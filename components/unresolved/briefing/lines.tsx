// Lines of a briefing: a reference, what to say, for how long, and its source.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { ReactNode } from "react";
import { Ledger } from "@/components/ui/ledger/ledger";
import { referenceLook } from "@/components/ui/looks";
import { NotStated } from "@/components/ui/not-stated";
import type { Cited, BriefingCitations } from "@/lib/domain/unresolved/briefing";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("briefing");
const domain = translator("domain");

export interface Line {
  key: string;
  reference: string;
  href: string;
  what: ReactNode;
  /** "50 days", "due 3 March 2026". */
  when: ReactNode;
  /** Undefined: the register itself is the source. */
  source?: ReactNode;
}

interface Given {
  caption: string;
  when: string;
  lines: readonly Line[];
}

export function BriefingLines({ caption, when, lines }: Given) {
  const hasSource = lines.some(({ source }) => source !== undefined);
  return (
    <Ledger
      flat
      className="screen-stack brief-t"
      caption={caption}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          heading: t("column.reference"),
          cell: ({ reference, href }) => (
            <>
              <a className={referenceLook()} href={asOfHref(href)}>
                {reference}
              </a>
              <CoalitionMark reference={reference} />
            </>
          ),
        },
        { heading: t("column.what"), cell: ({ what }) => what },
        { heading: when, cell: ({ when: since }) => since },
        ...(hasSource
          ? [{ heading: t("column.source"), className: "source-line", cell: ({ source }: Line) => source }]
          : []),
      ]}
    />
  );
}

/** The strongest evidence on record, with its grade. */
export function SourceOf({ cited, reference }: { cited: BriefingCitations; reference: string | null }) {
  const piece = reference === null ? undefined : cited[reference];
  return piece ? <Piece piece={piece} /> : <NotStated>{t("noSource")}</NotStated>;
}

function Piece({
  piece: { kind, source, publisher, publishedOn, reliability, credibility },
}: {
  piece: Cited;
}) {
  return (
    <>
      <a href={asOfHref(`/sources/${source}`)}>
        <bdi>{publisher}</bdi>
      </a>
      {publishedOn === null ? null : `, ${shortDay(publishedOn)}`},{" "}
      {inSentence(domain(`evidenceKind.${kind}`))}{" "}
      <span className="whitespace-nowrap">
        {reliability}
        {credibility}
      </span>
    </>
  );
}
