import { OwnerChoice, ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FILTER_LINE, FilterBar, FilterFold } from "@/components/ui/ledger/filter-bar";
import { FilterChips } from "@/components/ui/ledger/filter-chips";
import type { Names } from "@/components/ui/names";
import { CONTRIBUTION_KINDS } from "@/lib/domain/pledge/contribution";
import { STAGES } from "@/lib/domain/pledge/stages";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { parametersIn } from "@/components/tables/package-link";
import { errorLook } from "@/components/ui/looks";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { layoutValues, USUAL_LAYOUT } from "../pledges/layout";
import { chipsOf } from "./chips";
import { ColumnsForm } from "./columns-form";
import { FilterField } from "./filter-field";
import { pledgesCsvHref, pledgesHref, pledgesViewValues, type PledgesView } from "../pledges/view";

const t = translator("pledges");
const domain = translator("domain");
const lists = translator("lists");

interface Given {
  view: PledgesView;
  names: Names;
  /** What was typed and can't be understood, and why. */
  trouble: { typed: string; why: string } | null;
}

export function PledgesFilterForm({ view, names, trouble }: Given) {
  const { named, code, waits, domain: domains, not, age, due, voided, sort } = pledgesViewValues(view);
  const chips = chipsOf(view, names);
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
    <>
      <div className="flex items-start gap-2 max-md:flex-wrap *:first:flex-1 max-md:*:first:basis-full">
        <FilterBar
          className={FILTER_LINE}
          action="/pledges"
          words={filterWords()}
          keep={{
            ...{ named, code, waits, domain: domains, not, age, due, voided, sort },
            ...layoutValues(view.layout ?? USUAL_LAYOUT),
          }}
          beside={<FilterFold label={lists("more")}>{boxes}</FilterFold>}
        >
          <FilterChips chips={chips} remove={(term) => lists("remove", { term })}>
            <FilterField
              value={trouble?.typed ?? view.q ?? ""}
              view={pledgesHref(view)}
              asked={parametersIn(pledgesCsvHref({ ...view, q: null, sort: "reference", turned: false }))}
              error={trouble?.why ?? null}
              words={{
                label: t("filter.q"),
                placeholder: lists(chips.length === 0 ? "field.placeholder" : "field.narrow"),
                list: lists("field.list"),
                words: lists("field.words"),
                inWords: lists("field.inWords"),
                found: currentMessages().lists.field.found,
                hint: lists("field.hint"),
              }}
            />
          </FilterChips>
        </FilterBar>
        <div className="flex min-h-11 items-center print:hidden">
          <ColumnsForm view={view} />
        </div>
      </div>
      {trouble === null ? null : (
        <p id="typed-error" className={errorLook("text-ui")} role="alert">
          {lists("field.notApplied", { why: trouble.why })}
        </p>
      )}
    </>
  );
}
