// What the bars can't show: unstated numbers, sealed ones, near misses, and the reasons.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "@/components/ui/marks/glyph";
import type { RequirementCoverage, Weighed } from "@/lib/domain/requirements/requirement-coverage";
import { isHidden } from "@/lib/domain/pledge/sealed";
import { hindranceWords } from "@/lib/i18n/words/requirement-words";
import { between, colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

interface Props {
  coverage: RequirementCoverage;
  /** Names of participants, by code. */
  names: Readonly<Record<string, string>>;
}

export function Notes({ coverage, names }: Props) {
  const openOffers = coverage.offers.filter(({ offer }) => offer.withdrawn === null);
  const nameOf = ({ pledge }: Weighed): string => names[pledge.participant] ?? pledge.participant;
  const unsaid = openOffers.filter(
    ({ counts, span, isSealed }) => counts !== null && span === null && !isSealed,
  );
  const sealed = openOffers.filter(({ counts, isSealed }) => counts !== null && isSealed);
  const missing = openOffers.filter(({ judgement }) => judgement.fit === "NEAR_MISS");
  const signalled = openOffers.filter(
    ({ counts, judgement, pledge }) =>
      counts === null && judgement.fit !== "NEAR_MISS" && pledge.stage === "SIGNALLED",
  );
  const waiting = openOffers.filter(
    ({ counts, pledge }) => counts === "conditional" && pledge.stage === "ALLOCATED" && !pledge.actionable,
  );
  const unjudged = openOffers.filter(({ counts, judgement }) => counts !== null && judgement.fit === null);
  return (
    <ul className="note-list mt-2">
      {unsaid.length > 0 ? (
        <Note glyph="unknown" family="neutral">
          <b className="text-text">{t("plus")}</b>{" "}
          {unsaid.map((one, i) => (
            <span key={one.offer.id}>
              {i > 0 ? between() : ""}
              <PledgeLink reference={one.pledge.reference} /> {saidBy(nameOf(one), one)}
            </span>
          ))}
        </Note>
      ) : null}
      {missing.map((one) => (
        <Note key={one.offer.id} glyph="gap" family="waiting">
          <b className="text-text">{t("nearMiss")}</b> <PledgeLink reference={one.pledge.reference} />{" "}
          {nameOf(one)}
          {colon()} <Because of={one} />
        </Note>
      ))}
      {waiting.map((one) => (
        <Note key={one.offer.id} glyph="dormant" family="neutral">
          <PledgeLink reference={one.pledge.reference} />{" "}
          {t("waits", { stage: domain(`stage.${one.pledge.stage}`) })}
        </Note>
      ))}
      {unjudged.map((one) => (
        <Note key={one.offer.id} glyph="unknown" family="neutral">
          <PledgeLink reference={one.pledge.reference} /> {nameOf(one)}
          {colon()} {t("unjudged")}
        </Note>
      ))}
      {sealed.map((one) => (
        <Note key={one.offer.id} glyph="lock" family="neutral">
          {t(one.line && isHidden(one.line.quantity) ? "sealedOne" : "sealedNone", {
            participant: nameOf(one),
          })}
        </Note>
      ))}
      {signalled.length > 0 ? (
        <Note glyph="signalled" family="neutral">
          {t("signalled", { list: "" })}
          {signalled.map((one, i) => (
            <span key={one.offer.id}>
              {i > 0 ? ", " : ""}
              <PledgeLink reference={one.pledge.reference} /> {nameOf(one)}
            </span>
          ))}
        </Note>
      ) : null}
    </ul>
  );
}

function Note({
  glyph,
  family,
  children,
}: {
  glyph: GlyphName;
  family: "neutral" | "waiting";
  children: ReactNode;
}) {
  return (
    <li>
      <Glyph name={glyph} className={`text-${family}`} />
      <span>{children}</span>
    </li>
  );
}

/** Each cause in words. */
export function Because({ of: { judgement, line } }: { of: Pick<Weighed, "judgement" | "line"> }) {
  return judgement.because.map((one, i) => {
    const caveat = one.what === "caveat" ? one.caveat : null;
    const text = line?.caveats.find(({ category }) => category === caveat)?.text;
    return (
      <span key={`${one.what} ${caveat ?? ""}`}>
        {i > 0 ? between() : ""}
        {text ?? hindranceWords(one)}
      </span>
    );
  });
}

export function saidBy(participant: string, { line }: Weighed): string {
  const words = line?.quantity.kind === "QUALITATIVE" ? line.quantity.asStated : null;
  return words === null ? participant : t("asStated", { participant, words });
}
