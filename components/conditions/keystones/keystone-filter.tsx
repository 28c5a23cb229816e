import { ParticipantChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import { orderOf } from "@/lib/domain/base/listing";
import { KEYSTONE_KINDS } from "@/lib/domain/conditions/keystone-list";
import { translator } from "@/lib/i18n/translator";
import type { KeystonesView } from "../conditions/view";

const t = translator("conditions");

interface Given {
  view: KeystonesView;
  participants: Readonly<Record<string, string>>;
}

export function KeystoneFilterForm({ view, participants }: Given) {
  const order = orderOf(view);
  return (
    <FilterBar
      action="/conditions#keystones"
      words={{ ...filterWords(), label: t("keystones.filter.label") }}
      keep={{ sort: order === "necessary" ? null : order }}
    >
      <Choice
        name="kind"
        label={t("keystones.filter.kindLabel")}
        all={t("keystones.filter.kind")}
        chosen={view.kind}
        options={KEYSTONE_KINDS.map((one) => [one, t(`keystones.filter.${one}`)])}
      />
      <Choice
        name="dormant"
        label={t("keystones.filter.dormantLabel")}
        all={t("keystones.filter.with")}
        chosen={view.dormant === "with" ? [] : [view.dormant]}
        options={(["without", "only"] as const).map((one) => [one, t(`keystones.filter.${one}`)])}
      />
      <Choice
        name="inferred"
        label={t("keystones.filter.inferredLabel")}
        all={t("keystones.filter.inferred")}
        chosen={view.inferred === "with" ? [] : [view.inferred]}
        options={[["without", t("keystones.filter.asSaid")]]}
      />
      <ParticipantChoice chosen={view.participant} names={participants} />
    </FilterBar>
  );
}
