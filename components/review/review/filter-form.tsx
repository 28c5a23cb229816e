import { ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import { translator } from "@/lib/i18n/translator";
import { tabOf, type ReviewView } from "./view";

const t = translator("review");

interface Given {
  view: ReviewView;
  participants: Readonly<Record<string, string>>;
}

export function ProposalsFilterForm({ view, participants }: Given) {
  const status = tabOf(view) === "waiting" ? [] : view.status;
  return (
    <FilterBar action="/review" words={filterWords()} keep={{ status }}>
      <ParticipantChoice chosen={view.participant} names={participants} />
      <PriorityChoice chosen={view.priority} />
      <Choice
        name="subject"
        chosen={view.subject}
        label={t("subject.label")}
        all={t("filter.subject")}
        options={(["pledge", "approval"] as const).map((one) => [one, t(`subject.${one}`)])}
      />
    </FilterBar>
  );
}
