import { Fold } from "@/components/ui/fold/fold";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { amountWords, figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";

const t = translator("requirements");
const domain = translator("domain");

/** The requirement that a row is about. */
export const requirementColumn = (): ListColumn<RequirementDetails> => ({
  heading: t("column.requirement"),
  names: true,
  cell: ({ requirement: { reference, title } }) => (
    <>
      <ReferenceLink href={asOfHref(`/requirements/${reference}`)}>{reference}</ReferenceLink> {title}
    </>
  ),
});

/** What the drawings of requirements say, in figures. */
export const NeedsTable = ({ requirements }: { requirements: readonly RequirementDetails[] }) => (
  <Fold summary={<b>{t("ladder.asTable")}</b>} className="mt-2">
    <Ledger
      caption={t("drawn.caption")}
      rows={requirements}
      rowKey={({ requirement }) => requirement.reference}
      columns={[
        requirementColumn(),
        {
          heading: t("column.due"),
          numeric: true,
          cell: ({ coverage: { need, measure } }) => amountWords(need, measure),
        },
        ...STRENGTHS.map((strength) => ({
          heading: domain(`strength.${strength}`),
          numeric: true,
          cell: ({ coverage }: RequirementDetails) =>
            `${figureLine(coverage[strength], coverage.measure)}${coverage[strength].unsaid > 0 ? ` ${t("plus")}` : ""}`,
        })),
        {
          heading: t("shortfall"),
          numeric: true,
          cell: ({ coverage: { shortfall, measure, firm } }) =>
            shortfall === 0n
              ? t("none")
              : `${firm.sealed > 0 ? `${t("atMost")} ` : ""}${figureWords(shortfall, measure)}`,
        },
      ]}
    />
  </Fold>
);
