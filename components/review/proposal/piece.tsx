import { asOfHref } from "@/components/ui/address/as-of-href";
import { PieceFiles } from "@/components/pledges/files/piece-files";
import { SourceRest } from "@/components/pledges/pledge/evidence";
import { Grade } from "@/components/pledges/pledge/grade";
import { StatusMark } from "@/components/ui/marks/mark";
import type { Day } from "@/lib/domain/base/day";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import { fieldInSentence } from "@/lib/i18n/words/domain-words";
import { colon, quotedWords } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("review");
const pledge = translator("pledge");
const domain = translator("domain");

/** A piece of evidence with its grade, its quote and its source. */
export function ProposedPiece({ piece, today }: { piece: Evidence; today: Day }) {
  const { kind, reliability, credibility, quote, source, field, claims } = piece;
  return (
    <li className={`last:mb-6 ${piece.retracted ? "retracted" : ""}`}>
      <div className="evidence-head">
        <b className="text-text">{domain(`evidenceKind.${kind}`)}</b>
        <Grade piece={piece} />
        <Standing piece={piece} today={today} />
      </div>
      <p className="text-muted mb-2">
        {domain(`reliability.${reliability}`)}, {domain(`credibility.${credibility}`)}
      </p>
      {quote ? (
        <blockquote className="quote" lang={source.language}>
          {quote}
        </blockquote>
      ) : null}
      <p className="source-line">
        <a
          href={asOfHref(`/sources/${source.id}`)}
          lang={source.title === null ? undefined : source.language}
        >
          <bdi>{source.title ?? source.publisher}</bdi>
        </a>
        <SourceRest source={source} />
        {field ? (
          <>
            {" "}
            {pledge("speaksTo")} <b className="text-text font-normal">{fieldInSentence(field)}</b>
            {claims ? (
              <>
                {colon()} <bdi>{quotedWords(claims)}</bdi>
              </>
            ) : null}
            .
          </>
        ) : null}
        {source.url ? (
          <>
            {" "}
            <a href={asOfHref(source.url)} rel="noopener noreferrer">
              {t("evidence.atSource", { host: hostOf(source.url) })}
            </a>
          </>
        ) : null}
      </p>
      <PieceFiles {...(piece.files ? { files: piece.files } : {})} />
    </li>
  );
}

function Standing({ piece, today }: { piece: Evidence; today: Day }) {
  if (piece.retracted) {
    return (
      <StatusMark glyph="withdrawn" family="neutral" strong>
        {pledge("retracted")}
      </StatusMark>
    );
  }
  if (piece.validUntil !== null && piece.validUntil < today) {
    return (
      <StatusMark glyph="lapsed" family="waiting" strong>
        {t("evidence.expired", { day: dayInWords(piece.validUntil) })}
      </StatusMark>
    );
  }
  return (
    <StatusMark
      glyph={piece.supports ? "tick" : "dispute"}
      family={piece.supports ? "done" : "blocked"}
      strong
    >
      {domain(`supports.${piece.supports}`)}
    </StatusMark>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
