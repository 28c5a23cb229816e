import { OwnerChoice, ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import { Menu } from "@/components/ui/fold/menu";
import { GROUPINGS } from "@/lib/domain/unresolved/summary";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import type { Names } from "@/components/ui/names";
import { isWhole, unresolvedHref, WHOLE_UNRESOLVED, type UnresolvedView } from "./view";

const t = translator("unresolved");
const domain = translator("domain");

export function UnresolvedFilterForm({ view, names }: { view: UnresolvedView; names: Names }) {
  const { group, code } = view;
  const since = view.since ?? view.against?.text ?? null;
  return (
    <FilterBar
      action="/unresolved"
      words={filterWords()}
      keep={{ group: group === "code" ? null : group, code, since }}
      beside={
        <Menu
          label={t("group.by", { group: inSentence(t(`group.${group}`)) })}
          items={GROUPINGS.map((one) => ({
            href: unresolvedHref({ ...view, group: one, open: null }),
            label: t(`group.${one}`),
            current: one === group,
          }))}
        />
      }
      whole={isWhole(view) ? null : unresolvedHref({ ...WHOLE_UNRESOLVED, group })}
    >
      <Choice
        name="class"
        chosen={view.class}
        label={t("group.class")}
        all={t("filter.class")}
        options={UNRESOLVED_CLASSES.map((one) => [one, domain(`class.${one}`)])}
      />
      <ParticipantChoice chosen={view.participant} names={names.participants} />
      <PriorityChoice chosen={view.priority} />
      <OwnerChoice chosen={view.owner} names={names.owners} />
    </FilterBar>
  );
}
