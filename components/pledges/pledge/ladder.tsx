// The stages as a ladder, each with its meaning; what the next one requires; and the exits.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fold } from "@/components/ui/fold/fold";
import { Glyph } from "@/components/ui/marks/glyph";
import { StageMark, StageRing } from "@/components/ui/marks/stage-ring";
import { Section } from "@/components/ui/page/section";
import type { Missing } from "@/lib/domain/pledge/evidence-requirements";
import { EVIDENCE_KINDS, strengthOf, type EvidenceKind } from "@/lib/domain/pledge/evidence";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { EXITS, LADDER, rungOf, type LadderStage, type Stage } from "@/lib/domain/pledge/stages";
import { inStageSince } from "@/lib/domain/unresolved/unresolved";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { limitIn } from "@/lib/i18n/words/refusal-words";
import { registerZone } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

/** The rung above, with what must still be on record for it; null at the top and off the ladder. */
export interface NextRung {
  stage: LadderStage;
  /** The weakest kind of evidence that meets its requirement. */
  least: EvidenceKind | null;
  missing: readonly Missing[];
}

export function Ladder({ details, next }: { details: PledgeDetails; next: NextRung | null }) {
  const t = translator("pledge");
  const proposed = proposedStage(details);
  return (
    <Section
      id="stage"
      title={t("stage")}
      aside={
        <p>
          {t("boundTo", {
            stage: stageWord(details.stage),
            day: dayInWords(inStageSince(details, registerZone())),
            meaning: translator("domain")(`stageMeaning.${details.stage}`),
          })}
        </p>
      }
    >
      <ol className="ladder grid grid-cols-[repeat(6,auto)] border-b border-b-rule max-md:grid-cols-[1fr] max-md:border-t max-md:border-t-rule">
        {LADDER.map((stage) => (
          <Rung
            key={stage}
            stage={stage}
            at={details.stage}
            next={next?.stage ?? null}
            proposed={stage === proposed}
          />
        ))}
      </ol>
      {details.stageReason ? <p className="next">{t("reason", { reason: details.stageReason })}</p> : null}
      <div className="flex flex-wrap items-center gap-x-5">
        {next ? <Next next={next} /> : null}
        <Fold className="ml-auto open:basis-full" summary={t("stagesMean")}>
          {next ? <p className="text-muted">{next.missing.length > 0 ? t("notYet") : t("barsMet")}</p> : null}
          <dl className="stages">
            {LADDER.map((stage) => (
              <div key={stage} className="flex flex-wrap gap-x-2 py-1">
                <dt className="w-28 font-semibold">{stageWord(stage)}</dt>
                <dd>{translator("domain")(`stageMeaning.${stage}`)}</dd>
              </div>
            ))}
          </dl>
          <p className="flex flex-wrap gap-y-1 gap-x-4 pt-2.5 text-muted">
            {t("orItEnds")}{" "}
            {EXITS.map((stage) => (
              <StageMark key={stage} stage={stage}>
                {stageWord(stage)}
                {stage === proposed ? <a href="#proposal">{t("place.proposed")}</a> : null}
              </StageMark>
            ))}
            <span>
              {t("eachWithReason")} <a href={asOfHref("/definitions#stages")}>{t("definitions")}</a>
            </span>
          </p>
        </Fold>
      </div>
    </Section>
  );
}

/** The stage that an open proposal asks for. */
function proposedStage({ proposal }: PledgeDetails): Stage | null {
  if (proposal?.status !== "OPEN" || proposal.wish.do !== "stage") return null;
  return proposal.wish.to;
}

function Rung({
  stage,
  at,
  next,
  proposed,
}: {
  stage: LadderStage;
  at: Stage;
  next: LadderStage | null;
  proposed: boolean;
}) {
  const t = translator("pledge");
  const place =
    stage === at ? "now" : rungOf(stage) < rungOf(at) ? "past" : stage === next ? "next" : undefined;
  return (
    <li
      className={place === "now" ? "current-stage" : place}
      {...(place === "now" ? { "aria-current": "step" as const } : {})}
    >
      <div className="grid grid-cols-[20px_auto] items-center justify-start gap-x-2 text-body max-xl:grid-cols-1 max-md:flex">
        <StageRing stage={stage} size={20} coloured={place === "now" || place === "past"} />
        <b>{stageWord(stage)}</b>
        {proposed ? (
          <a className={HERE} href="#proposal">
            {t("place.proposed")}
          </a>
        ) : place === "now" || place === "next" ? (
          <span className={HERE}>{t(`place.${place}`)}</span>
        ) : null}
      </div>
    </li>
  );
}

/** Below the stage, so that stages have one line; on a phone next to it. */
const HERE = "here xl:col-start-2 max-md:ml-auto";

function Next({ next }: { next: NextRung }) {
  const t = translator("pledge");
  const lacksEvidence = next.missing.some((one) => one.what === "evidence" && one.stage === next.stage);
  const others = next.missing.filter((one) => one.what !== "evidence");
  return (
    <div className="next flex flex-wrap gap-y-1 gap-x-6 px-0 py-1.5">
      <b>{t("toReach", { stage: stageWord(next.stage) })}</b>
      <ul className="flex flex-wrap gap-y-0.5 gap-x-4">
        {next.least === null ? null : (
          <li className="whitespace-nowrap max-md:whitespace-normal">
            <Glyph
              name={lacksEvidence ? "false" : "true"}
              className={lacksEvidence ? "text-neutral" : "text-done"}
            />{" "}
            {barWords(next.least)}
          </li>
        )}
        {others.map((one) => (
          <li className="whitespace-nowrap max-md:whitespace-normal" key={`${one.what} ${one.detail ?? ""}`}>
            <Glyph name="false" className="text-neutral" />{" "}
            {t(`lacks.${one.what}`, { detail: one.detail ?? "", ...limitIn(one.detail ?? "") })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "note verbale, signed document, government decision or stronger": the kinds from `least` upwards. */
function barWords(least: EvidenceKind): string {
  const domain = translator("domain");
  const start = strengthOf(least);
  const kinds = EVIDENCE_KINDS.slice(start, start + 3).map((kind) =>
    inSentence(domain(`evidenceKind.${kind}`)),
  );
  return translator("pledge")("oneOf", { kinds: kinds.join(", ") });
}

const stageWord = (stage: Stage): string => translator("domain")(`stage.${stage}`);
