// A source's captured text, and the passages that pledges rest on.
import { Fragment } from "react";
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { ReadFromFile } from "@/components/pledges/passages/read-from";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook, referenceLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { SourceDetails } from "@/lib/domain/details/source-details";
import { cut } from "@/lib/domain/base/sentences";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("passages");
const drafts = translator("drafts");

interface Props {
  source: SourceDetails;
  /** Link to log more from it; null when the user may not. */
  logHref: string | null;
  draftsHref: string | null;
}

export function Passages({ source, logHref, draftsHref }: Props) {
  const { text, captured, evidence, language } = source;
  if (text === null || captured === undefined) return null;
  const marks = evidence.flatMap(({ span, pledge, retracted, voided }) =>
    span && retracted === null && !voided ? [{ ...span, pledge }] : [],
  );
  const pieces = cut({ start: 0, end: text.length }, marks);
  return (
    <Section
      id="captured"
      title={t("passages")}
      aside={
        logHref === null ? null : (
          <span className="flex flex-wrap gap-2">
            {draftsHref === null ? null : (
              <a className={buttonLook("plain")} href={asOfHref(draftsHref)}>
                {drafts("name")}
              </a>
            )}
            <a className={buttonLook("plain")} href={asOfHref(logHref)}>
              {t("logMore")}
            </a>
          </span>
        )
      }
    >
      <ReadFromFile source={source} />
      <p className="text-muted wrap-anywhere">
        {t("passagesText", { count: numberInWords(text.length), hash: captured })}{" "}
        {marks.length === 0 ? t("noMarks") : null}
      </p>
      <div
        className="whitespace-pre-wrap wrap-anywhere overflow-auto mt-4 p-4 max-h-160 border border-rule bg-bg"
        lang={language}
        role="region"
        aria-label={t("text")}
        tabIndex={0}
      >
        {pieces.map((piece) => {
          const words = text.slice(piece.start, piece.end);
          const references = [...new Set(piece.marks.map(({ pledge }) => pledge))];
          if (references.length === 0) return <span key={piece.start}>{words}</span>;
          const ending = [
            ...new Set(piece.marks.filter(({ end }) => end === piece.end).map(({ pledge }) => pledge)),
          ];
          return (
            <mark key={piece.start} className="rests">
              {words}
              {ending.map((reference) => (
                <Fragment key={reference}>
                  <a
                    className={referenceLook()}
                    href={asOfHref(`/pledges/${reference}`)}
                    aria-label={t("restsOn", { reference })}
                  >
                    {" "}
                    {reference}
                  </a>
                  <CoalitionMark reference={reference} />
                </Fragment>
              ))}
            </mark>
          );
        })}
      </div>
    </Section>
  );
}
