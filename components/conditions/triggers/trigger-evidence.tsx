// Evidence for a trigger's states, each with the one it was given for, the newest first.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Grade } from "@/components/pledges/pledge/grade";
import { StatusMark } from "@/components/ui/marks/mark";
import { Section } from "@/components/ui/page/section";
import type { TriggerEvidence } from "@/lib/domain/pledge/trigger";
import type { GivenFor, TriggerDetails } from "@/lib/domain/details/trigger-details";
import type { Source } from "@/lib/domain/pledge/source";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("conditions");
const domain = translator("domain");

export function TriggerEvidenceList({ trigger }: { trigger: TriggerDetails }) {
  const { evidence, documents, givenFor } = trigger;
  return (
    <Section
      id="evidence"
      title={t("sheet.evidence")}
      aside={<p>{t("sheet.pieces", { count: evidence.length })}</p>}
    >
      {evidence.length === 0 ? <p className="text-muted">{t("sheet.noEvidence")}</p> : null}
      <ul className="evidence-list">
        {evidence.toReversed().map((piece) => (
          <Piece
            key={piece.id}
            piece={piece}
            source={documents.get(piece.source)}
            given={givenFor[piece.id]}
          />
        ))}
      </ul>
    </Section>
  );
}

function Piece({
  piece,
  source,
  given,
}: {
  piece: TriggerEvidence;
  source: Source | undefined;
  given: GivenFor | undefined;
}) {
  const { kind, reliability, credibility, quote, supports, recordedAt } = piece;
  const isCurrent = given?.isEarlier === false;
  return (
    <li>
      <div className="evidence-head">
        <b className="text-text">{domain(`evidenceKind.${kind}`)}</b>
        <Grade piece={piece} />
        <span>
          {domain(`reliability.${reliability}`)}, {domain(`credibility.${credibility}`)}
        </span>
        <StatusMark
          glyph={supports ? "tick" : "dispute"}
          family={!isCurrent ? "neutral" : supports ? "done" : "blocked"}
          strong={isCurrent}
        >
          {given
            ? t(`sheet.given.${isCurrent ? "now" : "before"}.${supports}`, {
                state: domain(`triggerState.${given.state}`),
              })
            : domain(`supports.${supports}`)}
        </StatusMark>
      </div>
      {quote === null ? null : (
        <blockquote className="quote" lang={source?.language}>
          {quote}
        </blockquote>
      )}
      <p className="source-line">
        {source ? (
          <>
            <a href={asOfHref(`/sources/${source.id}`)}>
              <bdi>{source.publisher}</bdi>
            </a>
            {source.title === null ? null : (
              <>
                , <bdi lang={source.language}>{source.title}</bdi>
              </>
            )}
            {source.publishedOn === null ? null : `, ${dayInWords(source.publishedOn)}`}.{" "}
          </>
        ) : null}
        {t("sheet.recordedOn", { day: dayInWords(registerDay(recordedAt)) })}
      </p>
    </li>
  );
}
