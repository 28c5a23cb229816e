import { CAVEAT_CATEGORIES } from "@/lib/domain/pledge/contribution";
import { CAVEAT_TABLE, FITS } from "@/lib/domain/requirements/offer";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { REQUIREMENT_CODES } from "@/lib/domain/requirements/requirement";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { Coded, TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

/** The tables that the rules use: what counts as what, whether an offer fits, and the effect of each caveat. */
export function RequirementsDefinition() {
  return (
    <DefinitionSection name="requirements">
      <TermsDefinition
        caption={t("section.requirements")}
        columns={[t("column.figure"), t("column.meaning")]}
        terms={[
          ...STRENGTHS.map((strength) => ({
            key: `strength-${strength}`,
            name: domain(`strength.${strength}`),
            cells: [domain(`strengthMeaning.${strength}`)],
          })),
          ...REQUIREMENT_CODES.map((code) => ({
            key: code,
            name: <Coded name={domain(`requirementCode.${code}`)} code={code} />,
            cells: [t(`requirement.${code}`)],
          })),
          { key: "presence", name: t("requirement.day"), cells: [t("requirement.dayMeaning")] },
        ]}
      />
      <h3 className="mt-4 mb-2">{t("requirement.fits")}</h3>
      <TermsDefinition
        caption={t("requirement.fits")}
        columns={[t("column.fit"), t("column.meaning")]}
        terms={FITS.map((fit) => ({
          key: `fit-${fit}`,
          name: <Coded name={domain(`fit.${fit}`)} code={fit} />,
          cells: [domain(`fitMeaning.${fit}`)],
        }))}
      />
      <p className="text-muted my-4 max-w-[76ch]">{t("requirement.place")}</p>
      <TermsDefinition
        caption={t("requirement.caveats")}
        columns={[t("column.caveat"), t("column.where"), t("column.then")]}
        terms={CAVEAT_CATEGORIES.map((category) => {
          const { where, then } = CAVEAT_TABLE[category];
          return {
            key: `caveat-${category}`,
            name: <Coded name={domain(`caveat.${category}`)} code={category} />,
            cells: [domain(`caveatWhere.${where}`), domain(`caveatEffect.${then}`)],
          };
        })}
      />
    </DefinitionSection>
  );
}
