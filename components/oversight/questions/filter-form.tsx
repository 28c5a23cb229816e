import { OwnerChoice, ParticipantChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar, SearchField } from "@/components/ui/ledger/filter-bar";
import type { Names } from "@/components/ui/names";
import { aboutName, QUESTION_STATES } from "@/lib/domain/oversight/question";
import { translator } from "@/lib/i18n/translator";
import { EVERY_QUESTION_STATE, type QuestionsView } from "./view";

const t = translator("questions");

export function QuestionsFilterForm({ view, names }: { view: QuestionsView; names: Names }) {
  const { about, code, priority } = view;
  const keep = { about: about && aboutName(about), code, priority };
  return (
    <FilterBar action="/questions" words={filterWords()} keep={keep}>
      <SearchField label={t("filter.q")} value={view.q} size={28} />
      <Choice
        name="state"
        label={t("column.state")}
        all={t("filter.state")}
        chosen={view.state.join(",") === "OPEN" ? [] : view.state}
        options={[
          ...QUESTION_STATES.filter((one) => one !== "OPEN").map((one) => [one, t(`state.${one}`)] as const),
          [EVERY_QUESTION_STATE.join(","), t("filter.all")],
        ]}
      />
      <Choice
        name="overdue"
        label={t("filter.overdue")}
        all={t("filter.overdue")}
        chosen={view.overdue}
        options={[
          ["yes", t("filter.overdueOnly")],
          ["no", t("filter.notOverdue")],
        ]}
      />
      <ParticipantChoice chosen={view.participant} names={names.participants} />
      <OwnerChoice chosen={view.owner} names={names.owners} />
    </FilterBar>
  );
}
