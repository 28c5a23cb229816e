// What pledges take from a document, pledge by pledge: the passage, its grade, and whether it still counts.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Grade } from "@/components/pledges/pledge/grade";
import { PieceFiles } from "@/components/pledges/files/piece-files";
import { StatusMark } from "@/components/ui/marks/mark";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { Section } from "@/components/ui/page/section";
import type { Citation, SourceDetails } from "@/lib/domain/details/source-details";
import { fieldInSentence } from "@/lib/i18n/words/domain-words";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("sources");
const domain = translator("domain");

interface Given {
  source: SourceDetails;
}

export function SourceCitations({ source }: Given) {
  const pledges = [...new Set(source.evidence.map(({ pledge }) => pledge))];
  return (
    <Section
      id="evidence"
      title={t("evidence")}
      aside={<p>{t("pieces", { count: source.evidence.length })}</p>}
    >
      {pledges.length === 0 ? <p className="text-muted">{t("noEvidence")}</p> : null}
      {pledges.map((reference) => (
        <Cited
          key={reference}
          pieces={source.evidence.filter(({ pledge }) => pledge === reference)}
          language={source.language}
        />
      ))}
    </Section>
  );
}

function Cited({ pieces, language }: { pieces: readonly Citation[]; language: string }) {
  const [first] = pieces;
  if (!first) return null;
  return (
    <article className="cited">
      <header className="flex items-baseline justify-between gap-4 mb-3">
        <h3>
          <PledgeLink reference={first.pledge} /> {first.title}
          {first.voided ? <span className="text-muted"> {t("void")}</span> : null}
        </h3>
        <StageMark stage={first.stage}>{domain(`stage.${first.stage}`)}</StageMark>
      </header>
      <ul className="evidence-list">
        {pieces.map((piece) => (
          <Piece key={piece.id} piece={piece} language={language} />
        ))}
      </ul>
    </article>
  );
}

function Piece({ piece, language }: { piece: Citation; language: string }) {
  const { kind, quote, field, claims, retracted, validUntil } = piece;
  const day = (at: string): string => dayInWords(registerDay(at));
  return (
    <li className={retracted ? "retracted" : undefined}>
      <div className="evidence-head">
        <b className="text-text">{domain(`evidenceKind.${kind}`)}</b>
        <Grade piece={piece} />
        <span>
          {domain(`reliability.${piece.reliability}`)}, {domain(`credibility.${piece.credibility}`)}
        </span>
        <Bearing piece={piece} />
      </div>
      {quote === null ? null : (
        <blockquote className="quote" lang={language}>
          {quote}
        </blockquote>
      )}
      <PieceFiles {...(piece.files ? { files: piece.files } : {})} />
      <p className="source-line">
        {field === null ? null : t("speaksTo", { field: fieldInSentence(field), claims: claims ?? "none" })}{" "}
        {validUntil === null ? null : t("validUntil", { day: dayInWords(validUntil) })}{" "}
        {t("recordedOn", { day: day(piece.recordedAt) })}{" "}
        {retracted === null ? null : t("retractedOn", { day: day(retracted.at), reason: retracted.reason })}
      </p>
    </li>
  );
}

/** For, against, or retracted. */
function Bearing({ piece: { supports, retracted } }: { piece: Citation }) {
  if (retracted !== null)
    return (
      <StatusMark glyph="withdrawn" family="neutral" strong>
        {t("retracted")}
      </StatusMark>
    );
  return (
    <StatusMark glyph={supports ? "tick" : "dispute"} family={supports ? "done" : "blocked"} strong>
      {domain(`supports.${supports}`)}
    </StatusMark>
  );
}
