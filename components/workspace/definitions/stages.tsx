// The stages and the steps between them, from the table that decides them.
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { Role } from "@/lib/domain/people/actor";
import { LOGGED_AT, STEPS, type StageTransition } from "@/lib/domain/pledge/stage";
import { EXITS, LADDER, isOpen, type Stage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition, type Term } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

export function StagesDefinition() {
  return (
    <DefinitionSection name="stages">
      <TermsDefinition
        caption={t("section.stages")}
        columns={[t("column.stage"), t("column.meaning"), t("column.asks")]}
        groups={[
          { key: "ladder", heading: t("ladder"), rows: LADDER.map(termOf) },
          { key: "exits", heading: t("exits"), rows: EXITS.map(termOf) },
        ]}
      />
    </DefinitionSection>
  );
}

function StepNote({ name }: { name: StageTransition["name"] }) {
  const key = `stepNote.${name}` as const;
  return t.has(key) ? <span className="text-muted">{t(key)}</span> : null;
}

export function Steps() {
  const rows: Term[] = STEPS.map(({ name, from, to, setBy, proposedBy, needsReason }, i) => ({
    key: `step-${i}`,
    name: domain(`step.${name}`),
    cells: [
      <Flow key="from" stages={from} />,
      <>
        <Flow stages={to} /> <StepNote name={name} />
      </>,
      setBy.length > 0 ? rolesIn(setBy) : t("proposed", { roles: rolesIn(proposedBy) }),
      t(needsReason ? "yes" : "no"),
    ],
  }));
  const logged: Term = {
    key: "step-logged",
    name: t("newPledge"),
    cells: [
      <span key="from" className="text-muted">
        {t("notOnRecord")}
      </span>,
      <Flow key="to" stages={LOGGED_AT} />,
      rolesIn(["OFFICER", "MANAGER"]),
      t("loggedReason"),
    ],
  };
  return (
    <DefinitionSection name="steps">
      <TermsDefinition
        caption={t("section.steps")}
        columns={[t("column.step"), t("column.from"), t("column.to"), t("column.who"), t("column.reason")]}
        terms={[logged, ...rows]}
      />
    </DefinitionSection>
  );
}

const termOf = (stage: Stage): Term => ({
  key: `stage-${stage}`,
  name: <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>,
  cells: [
    <>
      {domain(`stageMeaning.${stage}`)}
      {isOpen(stage) ? <span className="text-muted"> {t("open")}</span> : null}
    </>,
    domain(`stageAsks.${stage}`),
  ],
});

function Flow({ stages }: { stages: readonly Stage[] }) {
  return (
    <span className="flex flex-wrap gap-y-0.5 gap-x-3">
      {stages.map((stage) => (
        <StageMark key={stage} stage={stage}>
          {domain(`stage.${stage}`)}
        </StageMark>
      ))}
    </span>
  );
}

const rolesIn = (roles: readonly Role[]): string => roles.map((role) => domain(`role.${role}`)).join(", ");
