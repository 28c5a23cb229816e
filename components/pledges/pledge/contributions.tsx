import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { LineNotes } from "@/components/pledges/links/line-notes";
import { Ledger } from "@/components/ui/ledger/ledger";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { StatusMark } from "@/components/ui/marks/mark";
import { NotStated } from "@/components/ui/not-stated";
import { Section } from "@/components/ui/page/section";
import { isShort } from "@/lib/domain/pledge/measure";
import type { LinesAround } from "@/lib/domain/details/lines-around";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { leavesOpen } from "@/lib/domain/pledge/quantity";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { allocatedWords, domainWords, moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("pledge");
const domain = translator("domain");

interface Given {
  details: PledgeDetails;
  lines: LinesAround;
  /** Below the lines. */
  children?: ReactNode;
}

export function Contributions({ details, lines, children }: Given) {
  return (
    <Section
      id="contributions"
      title={t("contributions")}
      aside={
        details.may.edit ? (
          <a
            className={buttonLook("plain")}
            href={asOfHref(`/pledges/${details.reference}/edit#contributions`)}
          >
            <Glyph name="plus" />
            {t("addContribution")}
          </a>
        ) : null
      }
    >
      {details.contributions.length === 0 ? (
        <p>
          <NotStated>{t("noContribution")}</NotStated>
        </p>
      ) : (
        <Ledger
          caption={t("contributionsOf", { reference: details.reference })}
          rows={details.contributions}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: t("col.contribution"),
              names: true,
              cell: (line) => (
                <>
                  <Kind {...line} />
                  <LineNotes
                    line={line}
                    around={lines}
                    reference={details.reference}
                    mayEdit={details.may.edit}
                  />
                </>
              ),
            },
            {
              heading: t("col.where"),
              cell: ({ location }) =>
                location === "UNSTATED" ? (
                  <NotStated>{notStated()}</NotStated>
                ) : (
                  domain(`location.${location}`)
                ),
            },
            {
              heading: t("col.quantity"),
              numeric: true,
              cell: (line) => (
                <span>
                  <Quantity line={line} />
                  <SetAside line={line} />
                </span>
              ),
            },
            { heading: t("col.when"), cell: Timing },
            { heading: t("col.caveats"), cell: Caveats },
          ]}
        />
      )}
      {children}
    </Section>
  );
}

const Kind = ({ kind, domain: place }: Contribution) => (
  <>
    <b>{domain(`contributionKind.${kind}`)}</b>
    <br />
    {place === "UNSTATED" ? (
      <NotStated>{domainWords(place)}</NotStated>
    ) : (
      <span className="text-muted">{domainWords(place)}</span>
    )}
  </>
);

const Caveats = ({ caveats }: Contribution) => (
  <>
    {caveats.length === 0 ? t("noCaveats") : null}
    <ul>
      {caveats.map(({ category, text }) => (
        <li key={`${category} ${text}`}>
          <b>{domain(`caveat.${category}`)}</b> {text}
        </li>
      ))}
    </ul>
  </>
);

/** Words or number as stated, with money: two lines, never one sum. */
function Quantity({ line }: { line: Contribution }) {
  const words = quantityWords(line.quantity);
  const said = leavesOpen(line.quantity) ? <NotStated>{words}</NotStated> : sealedMark(line.quantity, words);
  if (line.money === null) return said;
  return (
    <>
      {moneyWords(line.money)}
      {line.quantity.kind === "NOT_STATED" ? null : (
        <>
          <br />
          {said}
        </>
      )}
    </>
  );
}

/** A lock marks what is sealed, whether its number is shown or not. */
function sealedMark({ kind }: Contribution["quantity"], words: string) {
  if (kind !== "SEALED") return words;
  return (
    <span className="sealed">
      <Glyph name="lock" size={12} /> {words}
    </span>
  );
}

/** Next to what was committed, never in its place. */
function SetAside({ line }: { line: Contribution }) {
  if (!line.allocated) return null;
  return (
    <span className="block text-muted text-caption">
      {t("setAside", { what: allocatedWords(line.allocated) })}
      {isShort(line) ? (
        <>
          <br />
          <StatusMark glyph="gap" family="waiting" strong>
            {t("short")}
          </StatusMark>
        </>
      ) : null}
    </span>
  );
}

function Timing({ availableFrom: from, availableTo: to, noticeToMoveDays: notice }: Contribution) {
  if (from === null && to === null && notice === null) return <NotStated>{notStated()}</NotStated>;
  return (
    <span>
      {from === null && to === null ? null : windowSentence(from, to)}
      {notice === null ? null : (
        <>
          {from === null && to === null ? null : <br />}
          {t("notice", { days: notice })}
        </>
      )}
    </span>
  );
}

/** "from 1 Jun 2026 to 1 Dec 2026"; an unknown end is left out. */
export function windowSentence(from: string | null, to: string | null): string {
  if (from === null) return to === null ? notStated() : t("until", { day: shortDay(to) });
  return to === null
    ? t("from", { day: shortDay(from) })
    : t("fromTo", { from: shortDay(from), to: shortDay(to) });
}

const notStated = (): string => translator("ui")("notStated");
