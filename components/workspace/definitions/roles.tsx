import { ROLES } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { reachIn, RIGHT_NAMES } from "./rights";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

export function RolesDefinition() {
  return (
    <DefinitionSection name="roles">
      <TermsDefinition
        caption={t("section.roles")}
        columns={[t("column.may"), ...ROLES.map((role) => domain(`role.${role}`))]}
        terms={RIGHT_NAMES.map((right) => ({
          key: `right-${right}`,
          name: t(`right.${right}`),
          cells: ROLES.map((role) => (
            <span key={role} className={reachIn(right, role) === "none" ? "text-muted" : undefined}>
              {t(`reach.${reachIn(right, role)}`)}
            </span>
          )),
        }))}
      />
    </DefinitionSection>
  );
}
