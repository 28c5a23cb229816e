import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import type { Messages } from "@/lib/i18n/message-files";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

const LISTS: readonly (readonly [name: keyof Messages["definitions"]["list"], values: readonly string[]])[] =
  [
    ["contributionKind", CONTRIBUTION_KINDS],
    ["domain", DOMAINS],
    ["location", LOCATIONS],
    ["caveat", CAVEAT_CATEGORIES],
    ["approvalKind", APPROVAL_KINDS],
    ["approvalStatus", APPROVAL_STATUSES],
    ["ownership", OWNERSHIPS],
  ];

/** Closed lists whose words need no explanation. */
export function ListsDefinition() {
  return (
    <DefinitionSection name="lists">
      <TermsDefinition
        caption={t("section.lists")}
        columns={[t("column.list"), t("column.values")]}
        terms={LISTS.map(([name, values]) => ({
          key: `list-${name}`,
          name: t(`list.${name}`),
          cells: [values.map((value) => domain.ofCode(name, value)).join(" · ")],
        }))}
      />
    </DefinitionSection>
  );
}
