import { KeystoneStateMark, WaitingMark } from "@/components/conditions/conditions/marks";
import { TRIGGER_STATES, WAITINGS } from "@/lib/domain/pledge/trigger";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

const WORDS = ["keystone", "necessary", "alone", "assumed", "cycle", "deadlock", "opener"] as const;

/** The states of triggers, and what the register works out about what pledges wait for. */
export function KeystonesDefinition() {
  const columns = [t("column.word"), t("column.meaning")];
  return (
    <DefinitionSection name="keystones">
      <TermsDefinition
        caption={t("triggerWords")}
        columns={columns}
        terms={[
          ...TRIGGER_STATES.map((state) => ({
            key: `trigger-${state}`,
            name: <KeystoneStateMark state={state} />,
            cells: [domain(`triggerStateMeaning.${state}`)],
          })),
          ...WAITINGS.map((waiting) => ({
            key: `waiting-${waiting}`,
            name: <WaitingMark waiting={waiting} />,
            cells: [domain(`waitingMeaning.${waiting}`)],
          })),
        ]}
      />
      <h3 className="mt-4 mb-2">{t("keystoneWords")}</h3>
      <TermsDefinition
        caption={t("keystoneWords")}
        columns={columns}
        terms={WORDS.map((word) => ({
          key: `keystone-${word}`,
          name: t(`keystone.${word}.name`),
          cells: [t(`keystone.${word}.meaning`)],
        }))}
      />
    </DefinitionSection>
  );
}
