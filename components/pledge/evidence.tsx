// What the pledge rests on, piece by piece with its grade; and what contradicts it, side by side.
import { Glyph } from "@/components/ui/glyph";
import { Mark } from "@/components/ui/mark";
import { dayOf } from "@/lib/domain/day";
import type { Evidence as Piece, EvidenceField } from "@/lib/domain/evidence";
import type { PledgeSheet } from "@/lib/domain/sheet";
import { fieldWords } from "@/lib/i18n/domain-words";
import { translator } from "@/lib/i18n/translator";
import { dayInWords, shortDay } from "@/lib/i18n/when";

export function Evidence({ sheet, timeZone }: { sheet: PledgeSheet; timeZone: string }) {
  const t = translator("pledge");
  const disputed = [...new Set(sheet.evidence.filter(contradicts).map((piece) => piece.field))].filter(
    (field) => field !== null,
  );
  return (
    <section className="sec" aria-labelledby="evidence">
      <header>
        <h2 id="evidence">{t("evidence")}</h2>
        {sheet.may.edit ? (
          <a className="btn plain" href={`/pledges/${sheet.reference}/evidence`}>
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
      <div id="disputes">
        {disputed.map((field) => (
          <Dispute key={field} field={field} sheet={sheet} timeZone={timeZone} />
        ))}
      </div>
    </section>
  );
}

function PieceOfEvidence({ piece, sheet, timeZone }: { piece: Piece; sheet: PledgeSheet; timeZone: string }) {
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
          <Mark glyph="withdrawn" family="neutral" strong>
            {t("retracted")}
          </Mark>
        ) : (
          <Mark
            glyph={piece.supports ? "tick" : "dispute"}
            family={piece.supports ? "done" : "blocked"}
            strong
          >
            {domain(`supports.${piece.supports}`)}
          </Mark>
        )}
      </div>
      {piece.quote ? (
        <blockquote className="quote" lang={piece.source.language}>
          {piece.quote}
        </blockquote>
      ) : null}
      <p className="src">
        <a href={`/sources/${piece.source.id}`}>{piece.source.title ?? piece.source.publisher}</a>
        {sourceWords(piece)}
        {piece.field ? (
          <>
            {" "}
            {t("speaksTo")} <b>{fieldWords(piece.field).toLowerCase()}</b>
            {piece.claims ? <>: “{piece.claims}”</> : null}.
          </>
        ) : null}
        {piece.validUntil ? <> {t("validUntil", { day: dayInWords(piece.validUntil) })}</> : null}{" "}
        {t("recordedOn", { day: dayInWords(dayOf(piece.recordedAt, timeZone)) })}
      </p>
      {piece.retracted ? (
        <p className="src">
          {t("retractedOn", {
            day: dayInWords(dayOf(piece.retracted.at, timeZone)),
            reason: piece.retracted.reason,
          })}
        </p>
      ) : sheet.may.edit ? (
        <p className="src">
          <a href={`/pledges/${sheet.reference}/evidence/${piece.id}`}>{t("retract")}</a>
        </p>
      ) : null}
    </li>
  );
}

export function Grade({ piece }: { piece: Pick<Piece, "reliability" | "credibility"> }) {
  const domain = translator("domain");
  return (
    <span className="grade">
      <abbr title={domain(`reliability.${piece.reliability}`)}>{piece.reliability}</abbr>
      <abbr title={domain(`credibility.${piece.credibility}`)}>{piece.credibility}</abbr>
    </span>
  );
}

/** The values that stand against each other on one field. Both stay on record. */
function Dispute({ field, sheet, timeZone }: { field: EvidenceField; sheet: PledgeSheet; timeZone: string }) {
  const t = translator("pledge");
  const sides = sheet.evidence.filter((piece) => piece.field === field && piece.retracted === null);
  return (
    <div className="disp mb-4" tabIndex={-1}>
      <h3>
        <Glyph name="dispute" className="f-blocked" />{" "}
        {t("disputedField", { field: fieldWords(field).toLowerCase() })}
      </h3>
      <table className="ledger">
        <caption className="vh">{t("contradictingValues")}</caption>
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
          {sides.map((piece) => (
            <tr key={piece.id}>
              <th scope="row">
                <b>{piece.claims ?? translator("ui")("notStated")}</b>
                {piece.supports ? (
                  <>
                    <br />
                    <span className="muted">{t("supportsRecord")}</span>
                  </>
                ) : null}
              </th>
              <td>{piece.source.publisher}</td>
              <td className="nowrap">
                {piece.reliability} {piece.credibility}
              </td>
              <td className="nowrap">{shortDay(dayOf(piece.recordedAt, timeZone))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t("bothStay")}</p>
    </div>
  );
}

const contradicts = (piece: Piece): boolean =>
  !piece.supports && piece.retracted === null && piece.field !== null;

function sourceWords({ source }: Piece): string {
  const domain = translator("domain");
  const published = source.publishedOn ? `, ${dayInWords(source.publishedOn)}` : "";
  const publisher = source.title === null ? "" : `, ${source.publisher}`;
  const language = new Intl.DisplayNames("en", { type: "language" }).of(source.language) ?? source.language;
  return `${publisher}${published}. ${domain(`ownership.${source.ownership}`)}, ${language}.`;
}
