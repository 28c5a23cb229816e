// Where sources contradict each other: the record and each piece of evidence on the field, with its grade.
// Shows what a manager ruled and why. Nothing is removed.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fold } from "@/components/ui/fold/fold";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { StatusMark } from "@/components/ui/marks/mark";
import { NotStated } from "@/components/ui/not-stated";
import type { Evidence, EvidenceField } from "@/lib/domain/pledge/evidence";
import {
  contested,
  disputed,
  rulingOn,
  sidesOf,
  unapplied,
  type KnownRuling,
} from "@/lib/domain/proposals/ruling";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { fieldInSentence } from "@/lib/i18n/words/domain-words";
import { listedApart } from "@/lib/i18n/signs";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { Grade } from "../pledge/grade";
import { recordedWords } from "../changes/recorded-words";
import { NotApplied } from "./not-applied";
import { PastRulings, RulingWords } from "./rulings";

const t = translator("pledge");

interface Given {
  details: PledgeDetails;
  mayRule: boolean;
}

export function Disputes({ details, ...given }: Given) {
  const fields = contested(details.evidence, details.rulings);
  if (fields.length === 0) return null;
  const open = disputed(details.evidence, details.rulings);
  return (
    <section aria-labelledby="disputes">
      <h3 id="disputes" className="sr-only">
        {t("disputes")}
      </h3>
      {fields.map((field) => (
        <Dispute
          key={field}
          field={field}
          isOpen={open.some((piece) => piece.field === field)}
          details={details}
          {...given}
        />
      ))}
    </section>
  );
}

function Dispute({ field, isOpen, details, mayRule }: Given & { field: EvidenceField; isOpen: boolean }) {
  const ruling = rulingOn(details.rulings, field);
  const past = details.rulings.filter((one) => one.field === field && one.id !== ruling?.id);
  const words = fieldInSentence(field);
  const isAgainst = sidesOf(details.evidence, field).some(({ supports }) => !supports);
  return (
    <div
      className={`disp px-4 py-2 border-y border-r border-l-4 max-md:overflow-x-auto mb-4 ${isOpen ? "border-blocked" : "border-rule"}`}
      id={`dispute-${field}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Fold
          className="min-w-0 flex-1 open:order-1 open:basis-full"
          opensFor={`disputes dispute-${field}`}
          summary={
            <span className="flex min-w-0 flex-wrap items-center gap-x-3">
              <h4 className="flex items-center gap-2">
                {isOpen ? (
                  <Glyph name="dispute" className="text-blocked" />
                ) : (
                  <Glyph name="true" className="text-done" />
                )}
                {t(isOpen ? "disputedField" : ruling ? "ruledField" : "formerlyDisputed", { field: words })}
              </h4>
              <span className="min-w-0">{valuesOn(details, field)}</span>
            </span>
          }
        >
          <p className="text-muted mt-2">{t("bothStay")}</p>
          <Sides field={field} ruling={ruling} details={details} />
          <PastRulings rulings={past} />
        </Fold>
        {mayRule && details.voided === null && isAgainst ? (
          <a className={buttonLook()} href={asOfHref(`/pledges/${details.reference}/disputes/${field}`)}>
            {t(ruling ? "ruleAgain" : "rule")}
          </a>
        ) : null}
      </div>
      {ruling ? <RulingWords ruling={ruling} isOpen={isOpen} /> : null}
      {ruling ? <NotApplied ruling={ruling} details={details} /> : null}
      {isOpen && !mayRule ? <p className="text-muted mt-2">{t("managersRule")}</p> : null}
    </div>
  );
}

/** The values in a line: the record's, then what the evidence claims. */
function valuesOn(details: PledgeDetails, field: EvidenceField): string {
  const claimed = sidesOf(details.evidence, field).flatMap(({ claims }) => claims ?? []);
  const record = recordedWords(details, field) ?? translator("ui")("notStated");
  return listedApart([...new Set([record, ...claimed])]);
}

/** The record's own value first, then the evidence on the field, for and against. */
function Sides({
  field,
  ruling,
  details,
}: Omit<Given, "mayRule"> & { field: EvidenceField; ruling: KnownRuling | null }) {
  const record = recordedWords(details, field);
  const holds = details.evidence.find(({ id }) => id === ruling?.holds);
  const hasFollowed =
    holds?.supports === false &&
    unapplied(details, details.approvals, details.rulings).every(({ id }) => id !== ruling?.id);
  return (
    <table className="ledger stack">
      <caption className="sr-only">{t("contradictingValues")}</caption>
      <thead>
        <tr>
          {(["value", "says", "grade", "recorded"] as const).map((col) => (
            <th scope="col" key={col}>
              {t(`col.${col}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <b>{record ?? <NotStated>{translator("ui")("notStated")}</NotStated>}</b>
            {ruling && ruling.holds === null ? <HeldRightMark /> : null}
          </th>
          <td data-l={t("col.says")}>{t("theRecord")}</td>
          <td className="off" />
          <td className="off" />
        </tr>
        {sidesOf(details.evidence, field).map((piece) => (
          <Side key={piece.id} piece={piece} isHeld={ruling?.holds === piece.id} isPast={hasFollowed} />
        ))}
      </tbody>
    </table>
  );
}

/** One piece of evidence. `isPast`: the record has followed the ruling, so the mark is in the past tense. */
function Side({ piece, isHeld, isPast }: { piece: Evidence; isHeld: boolean; isPast: boolean }) {
  const { source } = piece;
  return (
    <tr>
      <th scope="row">
        <b>{piece.claims ?? translator("ui")("notStated")}</b>
        <br />
        {isPast ? (
          <span className="text-muted">{t(piece.supports ? "supportedBefore" : "contradictedBefore")}</span>
        ) : (
          <StatusMark
            glyph={piece.supports ? "tick" : "dispute"}
            family={piece.supports ? "done" : "blocked"}
            strong
          >
            {t(piece.supports ? "supportsRecord" : "contradictsRecord")}
          </StatusMark>
        )}
        {isHeld ? <HeldRightMark /> : null}
      </th>
      <td data-l={t("col.says")}>
        <span>
          <a
            href={asOfHref(`/sources/${source.id}`)}
            lang={source.title === null ? undefined : source.language}
          >
            <bdi>{source.title ?? source.publisher}</bdi>
          </a>
          {source.title === null ? null : (
            <>
              , <bdi>{source.publisher}</bdi>
            </>
          )}
          {source.publishedOn ? <>, {shortDay(source.publishedOn)}</> : null}
          {piece.quote ? (
            <q className="block" lang={source.language}>
              {piece.quote}
            </q>
          ) : null}
        </span>
      </td>
      <td className="whitespace-nowrap" data-l={t("col.grade")}>
        <Grade piece={piece} />
      </td>
      <td className="whitespace-nowrap" data-l={t("col.recorded")}>
        <a href={`#evidence-${piece.id}`}>{shortDay(registerDay(piece.recordedAt))}</a>
      </td>
    </tr>
  );
}

function HeldRightMark() {
  return (
    <>
      <br />
      <StatusMark glyph="true" family="done" strong>
        {t("heldRight")}
      </StatusMark>
    </>
  );
}
