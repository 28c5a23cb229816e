import { asOfHref } from "@/components/ui/address/as-of-href";
import { PieceFiles } from "@/components/pledges/files/piece-files";
import { Glyph } from "@/components/ui/marks/glyph";
import { StatusMark } from "@/components/ui/marks/mark";
import { dayOf } from "@/lib/domain/base/day";
import type { Evidence as Piece } from "@/lib/domain/pledge/evidence";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { fieldInSentence, languageWords } from "@/lib/i18n/words/domain-words";
import { colon, quotedWords } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { Grade } from "./grade";

export function PledgeEvidence({ sheet, timeZone }: { sheet: PledgeDetails; timeZone: string }) {
  const t = translator("pledge");
  return (
    <section className="sec" aria-labelledby="evidence">
      <header>
        <h2 id="evidence">{t("evidence")}</h2>
        {sheet.may.edit ? (
          <a className="btn plain" href={asOfHref(`/pledges/${sheet.reference}/evidence`)}>
            <Glyph name="plus" />
            {t("addEvidence")}
          </a>
        ) : null}
      </header>
      <ul className="evl">
        {sheet.evidence.map((piece) => (
          <PieceOfEvidence key={piece.id} piece={piece} sheet={sheet} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  );
}

function PieceOfEvidence({
  piece,
  sheet,
  timeZone,
}: {
  piece: Piece;
  sheet: PledgeDetails;
  timeZone: string;
}) {
  const t = translator("pledge");
  const domain = translator("domain");
  return (
    <li className={piece.retracted ? "retracted" : undefined} id={`evidence-${piece.id}`}>
      <div className="evh">
        <b>{domain(`evidenceKind.${piece.kind}`)}</b>
        <Grade piece={piece} />
        <span>
          {domain(`reliability.${piece.reliability}`)}, {domain(`credibility.${piece.credibility}`)}
        </span>
        {piece.retracted ? (
          <StatusMark glyph="withdrawn" family="neutral" strong>
            {t("retracted")}
          </StatusMark>
        ) : (
          <StatusMark
            glyph={piece.supports ? "tick" : "dispute"}
            family={piece.supports ? "done" : "blocked"}
            strong
          >
            {domain(`supports.${piece.supports}`)}
          </StatusMark>
        )}
      </div>
      {piece.quote ? (
        <blockquote className="quote" lang={piece.source.language}>
          {piece.quote}
        </blockquote>
      ) : null}
      <p className="src">
        <a
          href={asOfHref(`/sources/${piece.source.id}`)}
          lang={piece.source.title === null ? undefined : piece.source.language}
        >
          {piece.source.title ?? piece.source.publisher}
        </a>
        {sourceWords(piece)}
        {piece.field ? (
          <>
            {" "}
            {t("speaksTo")} <b>{fieldInSentence(piece.field)}</b>
            {piece.claims ? (
              <>
                {colon()} {quotedWords(piece.claims)}
              </>
            ) : null}
            .
          </>
        ) : null}
        {piece.validUntil ? <> {t("validUntil", { day: dayInWords(piece.validUntil) })}</> : null}{" "}
        {t("recordedOn", { day: dayInWords(dayOf(piece.recordedAt, timeZone)) })}
      </p>
      <PieceFiles {...(piece.files ? { files: piece.files } : {})} timeZone={timeZone} />
      {piece.retracted ? (
        <p className="src">
          {t("retractedOn", {
            day: dayInWords(dayOf(piece.retracted.at, timeZone)),
            reason: piece.retracted.reason,
          })}
        </p>
      ) : sheet.may.edit ? (
        <p className="src">
          <a href={asOfHref(`/pledges/${sheet.reference}/evidence/${piece.id}`)}>{t("retract")}</a>
        </p>
      ) : null}
    </li>
  );
}

export function sourceWords({ source }: Piece): string {
  const domain = translator("domain");
  const published = source.publishedOn ? `, ${dayInWords(source.publishedOn)}` : "";
  const publisher = source.title === null ? "" : `, ${source.publisher}`;
  const language = languageWords(source.language);
  return `${publisher}${published}. ${domain(`ownership.${source.ownership}`)}, ${language}.`;
}
