import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { Coded, TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

/** What delivered means: always stated, because bodies count differently. */
export function DeliveriesDefinition() {
  return (
    <DefinitionSection name="deliveries">
      <TermsDefinition
        caption={t("section.deliveries")}
        columns={[t("column.definition"), t("column.meaning")]}
        terms={DELIVERED_AS.map((one) => ({
          key: `delivered-${one}`,
          name: <Coded name={domain(`deliveredAs.${one}`)} code={one} />,
          cells: [domain(`deliveredAsMeaning.${one}`)],
        }))}
      />
      <p className="mt-3 max-w-[76ch]">{t("confirmation")}</p>
    </DefinitionSection>
  );
}
