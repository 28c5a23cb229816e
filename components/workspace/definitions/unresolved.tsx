import { ClassMark } from "@/components/ui/marks/class-mark";
import { CLASS_OF, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { Coded, TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

/** Reasons by class; a class without a reason still has its meaning. */
export function UnresolvedDefinition() {
  return (
    <DefinitionSection name="unresolved">
      <TermsDefinition
        caption={t("section.unresolved")}
        columns={[t("column.reason"), t("column.holdsWhen"), t("column.since")]}
        groups={UNRESOLVED_CLASSES.map((name) => ({
          key: name,
          heading: (
            <>
              <ClassMark of={name}>{domain(`class.${name}`)}</ClassMark>{" "}
              <span>{domain(`classMeaning.${name}`)}</span>
            </>
          ),
          rows: UNRESOLVED_CODES.filter((code) => CLASS_OF[code] === name).map((code) => ({
            key: `code-${code}`,
            name: <Coded name={domain(`code.${code}`)} code={code} />,
            cells: [domain(`codeMeaning.${code}`), domain(`since.${code}`)],
          })),
        }))}
      />
    </DefinitionSection>
  );
}
