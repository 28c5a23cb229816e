import { OwnerChoice, ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FILTER_LINE, FilterBar, FilterFold, SearchField } from "@/components/ui/ledger/filter-bar";
import type { Names } from "@/components/ui/names";
import { CONTRIBUTION_KINDS } from "@/lib/domain/pledge/contribution";
import { STAGES } from "@/lib/domain/pledge/stages";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { pledgesViewValues, type PledgesView } from "./view";

const t = translator("pledges");
const domain = translator("domain");

export function PledgesFilterForm({ view, names }: { view: PledgesView; names: Names }) {
  const { code, waits, domain: domains, voided, sort } = pledgesViewValues(view);
  const boxes = (
    <>
      <ParticipantChoice chosen={view.participant} names={names.participants} />
      <PriorityChoice chosen={view.priority} />
      <Choice
        name="stage"
        label={t("column.stage")}
        all={t("filter.stage")}
        chosen={view.stage}
        options={STAGES.map((one) => [one, domain(`stage.${one}`)])}
      />
      <Choice
        name="class"
        label={t("column.unresolved")}
        all={t("filter.class")}
        chosen={view.class}
        options={[
          [COUNTED_CLASSES.join(","), t("filter.anything")],
          ...COUNTED_CLASSES.map((one) => [one, domain(`class.${one}`)] as const),
        ]}
      />
      <Choice
        name="kind"
        label={t("filter.kindLabel")}
        all={t("filter.kind")}
        chosen={view.kind}
        options={CONTRIBUTION_KINDS.map((one) => [one, domain(`contributionKind.${one}`)])}
      />
      <OwnerChoice chosen={view.owner} names={names.owners} />
    </>
  );
  return (
    <FilterBar
      className={FILTER_LINE}
      action="/pledges"
      words={filterWords()}
      keep={{ code, waits, domain: domains, voided, sort }}
      beside={<FilterFold label={translator("lists")("more")}>{boxes}</FilterFold>}
    >
      <SearchField label={t("filter.q")} value={view.q} />
    </FilterBar>
  );
}
