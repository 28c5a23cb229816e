import { OwnerChoice, ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { listChips } from "@/components/tables/typed/list-chips";
import type { TypedTroubleShown } from "@/components/tables/typed/parse-typed";
import { notOnRecord } from "@/components/tables/typed/not-on-record";
import { TypedLine } from "@/components/tables/typed/typed-line";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Choice } from "@/components/ui/ledger/choice";
import { Markup } from "@/components/ui/page/markup/markup";
import { Menu } from "@/components/ui/fold/menu";
import { GROUPINGS } from "@/lib/domain/unresolved/summary";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import { leftOutText } from "@/lib/schema/typed";
import { filterWords } from "@/components/tables/filter-words";
import type { Names } from "@/components/ui/names";
import { isWhole, unresolvedHref, WHOLE_UNRESOLVED, type UnresolvedView } from "./view";

const t = translator("unresolved");
const domain = translator("domain");
const lists = translator("lists");

interface Given {
  view: UnresolvedView;
  names: Names;
  trouble: TypedTroubleShown | null;
}

export function UnresolvedFilterForm({ view, names, trouble }: Given) {
  const { group, code, participant, priority, owner } = view;
  const not = view.not ?? {};
  const since = view.since ?? view.against?.text ?? null;
  const asked = { participant, priority, code, class: view.class, owner };
  return (
    <TypedLine
      list="unresolved"
      chips={listChips(
        "unresolved",
        asked,
        names,
        (parameter, isLeftOut) =>
          unresolvedHref(
            isLeftOut ? { ...view, not: { ...not, [parameter]: [] } } : { ...view, [parameter]: [] },
          ),
        { ...not },
      )}
      label={lists("field.labelOf.unresolved")}
      placeholder={lists("field.placeholderOf.unresolved")}
      view={unresolvedHref(view)}
      trouble={trouble}
      unknown={notOnRecord(names.participants, participant, not.participant)}
      keep={{ group: group === "code" ? null : group, code, since, not: leftOutText(not) }}
      boxes={
        <>
          <Choice
            name="class"
            chosen={view.class}
            label={t("group.class")}
            all={t("filter.class")}
            options={UNRESOLVED_CLASSES.map((one) => [one, domain(`class.${one}`)])}
          />
          <ParticipantChoice chosen={participant} names={names.participants} />
          <PriorityChoice chosen={priority} />
          <OwnerChoice chosen={owner} names={names.owners} />
        </>
      }
      extra={
        <>
          <Markup>
            <Menu
              label={t("group.by", { group: inSentence(t(`group.${group}`)) })}
              items={GROUPINGS.map((one) => ({
                href: unresolvedHref({ ...view, group: one, open: null }),
                label: t(`group.${one}`),
                current: one === group,
              }))}
            />
          </Markup>
          {isWhole(view) ? null : (
            <a href={asOfHref(unresolvedHref({ ...WHOLE_UNRESOLVED, group }))}>{filterWords().clear}</a>
          )}
        </>
      }
    />
  );
}
