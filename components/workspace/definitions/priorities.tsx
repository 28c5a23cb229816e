import { PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { Coded, TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

export function PrioritiesDefinition() {
  return (
    <DefinitionSection name="priorities">
      <TermsDefinition
        caption={t("section.priorities")}
        columns={[t("column.priority"), t("column.meaning")]}
        terms={PRIORITIES.map((priority) => ({
          key: `priority-${priority}`,
          name: (
            <>
              <span className="text-muted">{priority}</span> {domain(`priority.${priority}`)}
            </>
          ),
          cells: [domain(`priorityMeaning.${priority}`)],
        }))}
      />
    </DefinitionSection>
  );
}

export function Participants() {
  return (
    <DefinitionSection name="participants">
      <TermsDefinition
        caption={t("section.participants")}
        columns={[t("column.role"), t("column.meaning")]}
        terms={PARTICIPANT_ROLES.map((role) => ({
          key: `participant-${role}`,
          name: <Coded name={domain(`participantRole.${role}`)} code={role} />,
          cells: [domain(`participantRoleMeaning.${role}`)],
        }))}
      />
    </DefinitionSection>
  );
}
