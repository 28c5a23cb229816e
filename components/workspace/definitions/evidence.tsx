// What each kind of evidence proves. Rank, verification and requirements come from the rules, not from a copy.
import { StageMark } from "@/components/ui/marks/stage-ring";
import { EVIDENCE_REQUIREMENTS } from "@/lib/domain/pledge/evidence-requirements";
import {
  CREDIBILITIES,
  EVIDENCE_KINDS,
  RELIABILITIES,
  strengthOf,
  VERIFICATIONS,
  verificationOf,
  type EvidenceKind,
} from "@/lib/domain/pledge/evidence";
import { LADDER, type LadderStage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { Coded, TermsDefinition, type Term } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

export function EvidenceKinds() {
  return (
    <DefinitionSection name="evidence">
      <TermsDefinition
        caption={t("section.evidence")}
        columns={[t("column.kind"), t("column.meaning"), t("column.reaches")]}
        groups={VERIFICATIONS.map((verification) => ({
          key: verification,
          heading: (
            <>
              {domain(`verification.${verification}`)}{" "}
              <span>{domain(`verificationMeaning.${verification}`)}</span>
            </>
          ),
          rows: EVIDENCE_KINDS.filter((kind) => verificationOf(kind) === verification).map(termOf),
        }))}
      />
    </DefinitionSection>
  );
}

export function Grades() {
  return (
    <DefinitionSection name="grades">
      <div className="pair grid grid-cols-[1fr_1fr] gap-y-6 gap-x-12 max-md:grid-cols-[1fr]">
        <TermsDefinition
          caption={t("column.reliability")}
          columns={[t("column.reliability"), t("column.meaning")]}
          terms={RELIABILITIES.map((grade) => ({
            key: `reliability-${grade}`,
            name: grade,
            cells: [domain(`reliability.${grade}`)],
          }))}
        />
        <TermsDefinition
          caption={t("column.credibility")}
          columns={[t("column.credibility"), t("column.meaning")]}
          terms={CREDIBILITIES.map((grade) => ({
            key: `credibility-${grade}`,
            name: grade,
            cells: [domain(`credibility.${grade}`)],
          }))}
        />
      </div>
    </DefinitionSection>
  );
}

const termOf = (kind: EvidenceKind): Term => {
  const stage = reachOf(kind);
  return {
    key: `evidence-${kind}`,
    name: <Coded name={`${strengthOf(kind) + 1}. ${domain(`evidenceKind.${kind}`)}`} code={kind} />,
    cells: [
      domain(`evidenceKindMeaning.${kind}`),
      <>
        <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>
        {stage === "SIGNALLED" ? (
          <>
            <br />
            <span className="text-muted">{t("twoPublishers", { stage: domain("stage.PLEDGED") })}</span>
          </>
        ) : null}
      </>,
    ],
  };
};

/**
 * The first stage with the strongest requirement that this kind meets. The same evidence also meets later stages
 * that require nothing stronger.
 */
function reachOf(kind: EvidenceKind): LadderStage {
  const met = LADDER.filter((stage) => barOf(stage) <= strengthOf(kind));
  const strongest = Math.max(...met.map(barOf));
  return met.find((stage) => barOf(stage) === strongest) ?? "SIGNALLED";
}

const barOf = (stage: LadderStage): number => strengthOf(EVIDENCE_REQUIREMENTS[stage] ?? "INTERNAL_NOTE");
