import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { Section } from "@/components/ui/page/section";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { requirementItemWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("requirements");
const domain = translator("domain");

/** Unresolved items of the requirement itself. */
export function OpenOnIt({ details: { unresolved, coverage } }: { details: RequirementDetails }) {
  return (
    <Section id="open" title={t("open")}>
      {unresolved.length === 0 ? (
        <p className="text-muted">{t("openNothing")}</p>
      ) : (
        <>
          <ul className="note-list mt-2">
            {unresolved.map(({ code, since }) => {
              const { what, resolvedBy } = requirementItemWords(code, coverage);
              return (
                <li key={code}>
                  <ClassGlyph of="GAP" />
                  <span>
                    <b className="text-text">{domain(`requirementCode.${code}`)}</b> {what}{" "}
                    {t("resolvedBy", { what: resolvedBy })} {t("since", { day: dayInWords(since) })}
                  </span>
                </li>
              );
            })}
          </ul>
          <p className="text-caption text-muted pt-3">{t("notCounted")}</p>
        </>
      )}
    </Section>
  );
}
