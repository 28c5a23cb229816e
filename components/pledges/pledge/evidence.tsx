import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { PieceFiles } from "@/components/pledges/files/piece-files";
import { Fold } from "@/components/ui/fold/fold";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { StatusMark } from "@/components/ui/marks/mark";
import { Section } from "@/components/ui/page/section";
import type { Evidence as Piece } from "@/lib/domain/pledge/evidence";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { fieldInSentence, languageInSentence } from "@/lib/i18n/words/domain-words";
import { colon, quotedWords } from "@/lib/i18n/signs";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords, shortDay } from "@/lib/i18n/dates";
import { Grade } from "./grade";

const t = translator("pledge");
const domain = translator("domain");

export function PledgeEvidence({
  details,
  children,
}: Omit<Given, "piece"> & { /** What is disputed. */ children?: ReactNode }) {
  return (
    <Section
      id="evidence"
      title={t("evidence")}
      aside={
        details.may.edit ? (
          <a className={buttonLook("plain")} href={asOfHref(`/pledges/${details.reference}/evidence`)}>
            <Glyph name="plus" />
            {t("addEvidence")}
          </a>
        ) : null
      }
    >
      {children}
      <ul className="border-t border-rule-strong">
        {details.evidence.map((piece) => (
          <PieceOfEvidence key={piece.id} piece={piece} details={details} />
        ))}
      </ul>
    </Section>
  );
}

interface Given {
  piece: Piece;
  details: PledgeDetails;
}

/** One line, with all that is known of the piece folded below it. */
function PieceOfEvidence({ piece, details }: Given) {
  const { id, kind, source, field, claims, retracted, supports } = piece;
  return (
    <li
      id={`evidence-${id}`}
      className="items-center gap-x-3 border-b border-rule max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-y-0.5 max-md:py-2 max-md:[&>.grade]:justify-self-end md:flex md:min-h-9 md:flex-wrap"
    >
      <b className="md:w-32 md:truncate">{domain(`evidenceKind.${kind}`)}</b>
      <Grade piece={piece} />
      <span
        className={`min-w-0 flex-1 basis-40 max-md:col-span-full md:truncate ${retracted ? "line-through" : ""}`}
      >
        <a
          href={asOfHref(`/sources/${source.id}`)}
          lang={source.title === null ? undefined : source.language}
        >
          <bdi>{source.title ?? source.publisher}</bdi>
        </a>
        {source.title === null ? null : (
          <>
            {" "}
            <bdi className="text-muted">{source.publisher}</bdi>
          </>
        )}
      </span>
      <span className="text-muted w-22 max-md:row-start-3">
        {source.publishedOn === null ? null : shortDay(source.publishedOn)}
      </span>
      <span className="min-w-0 max-md:row-start-4 md:w-32 md:truncate">
        {claims ? quotedWords(claims) : field ? fieldInSentence(field) : null}
      </span>
      <span className="max-md:row-start-3 max-md:justify-self-end md:w-27">
        {retracted ? (
          <StatusMark glyph="withdrawn" family="neutral">
            {t("retracted")}
          </StatusMark>
        ) : (
          <StatusMark glyph={supports ? "tick" : "dispute"} family={supports ? "done" : "blocked"}>
            {domain(`supports.${supports}`)}
          </StatusMark>
        )}
      </span>
      <Fold
        opensFor={`evidence-${id}`}
        className="ml-auto open:basis-full open:pb-3 max-md:col-start-2 max-md:row-start-4 max-md:open:col-span-full max-md:open:row-start-5 max-md:open:ml-0"
        summary={
          <span>
            {t("more")}{" "}
            <span className="sr-only">{t("moreOf", { source: source.title ?? source.publisher })}</span>
          </span>
        }
      >
        <Whole piece={piece} details={details} />
      </Fold>
    </li>
  );
}

function Whole({ piece, details }: Given) {
  return (
    <>
      {piece.quote ? (
        <blockquote
          className={`quote mb-2 ${piece.retracted ? "text-muted line-through" : ""}`}
          lang={piece.source.language}
        >
          {piece.quote}
        </blockquote>
      ) : null}
      <p className="source-line">
        {domain(`reliability.${piece.reliability}`)}, {domain(`credibility.${piece.credibility}`)}.{" "}
        <bdi>{piece.source.title ?? piece.source.publisher}</bdi>
        <SourceRest source={piece.source} />
        {piece.field ? (
          <>
            {" "}
            {t("speaksTo")} <b className="text-text font-normal">{fieldInSentence(piece.field)}</b>
            {piece.claims ? (
              <>
                {colon()} <bdi>{quotedWords(piece.claims)}</bdi>
              </>
            ) : null}
            .
          </>
        ) : null}
        {piece.validUntil ? <> {t("validUntil", { day: dayInWords(piece.validUntil) })}</> : null}{" "}
        {t("recordedOn", { day: dayInWords(registerDay(piece.recordedAt)) })}
      </p>
      <PieceFiles {...(piece.files ? { files: piece.files } : {})} />
      {piece.retracted ? (
        <p className="source-line">
          {t("retractedOn", {
            day: dayInWords(registerDay(piece.retracted.at)),
            reason: piece.retracted.reason,
          })}
        </p>
      ) : details.may.edit ? (
        <p className="source-line">
          <a href={asOfHref(`/pledges/${details.reference}/evidence/${piece.id}`)}>{t("retract")}</a>
        </p>
      ) : null}
    </>
  );
}

/** After a source's name. Names are isolated: one that is written from right to left would reorder the date after it. */
export const SourceRest = ({ source }: Pick<Piece, "source">) => (
  <>
    {source.title === null ? null : (
      <>
        , <bdi>{source.publisher}</bdi>
      </>
    )}
    {source.publishedOn ? `, ${dayInWords(source.publishedOn)}` : null}
    {`. ${domain(`ownership.${source.ownership}`)}, ${languageInSentence(source.language)}.`}
  </>
);
