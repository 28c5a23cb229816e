import { ClassMark } from "@/components/ui/marks/class-mark";
import { CLASS_OF, UNRESOLVED_CLASSES, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { Coded, Heads, TermRows } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

/** Reasons by class; a class without a reason still has its meaning. */
export function UnresolvedDefinition() {
  const columns = [t("column.reason"), t("column.holdsWhen"), t("column.since")];
  return (
    <DefinitionSection name="unresolved">
      <table className="ledger stack terms">
        <caption className="vh">{t("section.unresolved")}</caption>
        <Heads columns={columns} />
        {UNRESOLVED_CLASSES.map((name) => (
          <TermRows
            key={name}
            columns={columns}
            head={
              <>
                <ClassMark of={name}>{domain(`class.${name}`)}</ClassMark>{" "}
                <span>{domain(`classMeaning.${name}`)}</span>
              </>
            }
            terms={UNRESOLVED_CODES.filter((code) => CLASS_OF[code] === name).map((code) => ({
              key: `code-${code}`,
              name: <Coded name={domain(`code.${code}`)} code={code} />,
              cells: [domain(`codeMeaning.${code}`), domain(`since.${code}`)],
            }))}
          />
        ))}
      </table>
    </DefinitionSection>
  );
}
