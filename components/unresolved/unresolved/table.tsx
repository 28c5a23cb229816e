// Unresolved items: classes, their reasons, their ages, and the items of the opened group.
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { Fragment } from "react";
import type { Day } from "@/lib/domain/base/day";
import { AGES, type UnresolvedGroup } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import { AgeCells, daysOpen, sumOfAges } from "./ages";
import { GroupRow } from "./group-row";
import { ItemRows } from "./item-rows";
import type { Names } from "@/components/ui/names";
import type { OpenGroup, UnresolvedView } from "./view";

const t = translator("unresolved");
const domain = translator("domain");

interface Given {
  groups: readonly UnresolvedGroup[];
  opened: OpenGroup | null;
  view: UnresolvedView;
  names: Names;
  today: Day;
}

export function UnresolvedTable(given: Given) {
  const { groups, view, today } = given;
  const counted = groups.filter(({ key }) => classOfKey(view, key) !== "DORMANT");
  return (
    <table className="ledger unresolved-table table-fixed max-md:block">
      <caption className="sr-only">{t("caption", { group: inSentence(t(`group.${view.group}`)) })}</caption>
      <colgroup className="max-md:hidden">
        <col className="w-8" />
        <col className="w-23" />
        <col className="w-56.5 in-data-peek:w-32" />
        <col className="k-w" />
        <col className="w-38 in-data-peek:w-26" />
        <col className="w-13 in-data-peek:w-9" span={4} />
        <col className="w-15" />
      </colgroup>
      <thead className="max-md:block max-md:sticky max-md:top-(--topbar) max-md:z-3 max-md:bg-surface">
        <tr className="max-md:grid max-md:items-center max-md:grid-cols-[28px_repeat(4,1fr)_64px] max-md:px-0 max-md:pt-2 max-md:pb-1 max-md:border-b max-md:border-b-rule-strong">
          <th scope="col" className="class-cell max-md:hidden max-md:last:p-0">
            <span className="sr-only">{t("column.toggle")}</span>
          </th>
          <th className="max-md:hidden max-md:last:p-0" scope="col">
            {t("column.pledge")}
          </th>
          <th className="max-md:hidden max-md:last:p-0" scope="col">
            {t("column.participant")}
          </th>
          <th className="max-md:hidden max-md:last:p-0" scope="col">
            {t("column.what")}
          </th>
          <th className="max-md:hidden max-md:last:p-0" scope="col">
            {t("column.owner")} <span className="float-right">{t("column.items")}</span>
          </th>
          {AGES.map((age) => (
            <th key={age} scope="col" className="age-head max-md:block max-md:p-0 max-md:last:p-0">
              {domain(`age.${age}`)}
            </th>
          ))}
          <th scope="col" className="number last:pr-2 max-md:block max-md:last:p-0">
            {t("column.oldest")}
          </th>
        </tr>
      </thead>
      {view.group === "code" ? (
        <Classes {...given} />
      ) : (
        <tbody className="max-md:block">{inOrder(groups, view).map((group) => rowsOf(given, group))}</tbody>
      )}
      <tbody className="max-md:block">
        <tr className="total max-md:grid max-md:items-center max-md:grid-cols-[28px_repeat(4,1fr)_64px] max-md:px-0 max-md:py-2 max-md:border-t max-md:border-b-3 max-md:[border-bottom-style:double] max-md:border-y-rule-strong">
          <th className="max-md:block max-md:col-[1_/_6]" colSpan={4} scope="row">
            {t("counted")}
          </th>
          <td className="number group-count last:pr-2 max-md:block max-md:last:col-6 max-md:last:pr-0">
            {sum(counted)}
          </td>
          <AgeCells ages={sumOfAges(counted)} />
          <td className="number last:pr-2 max-md:block max-md:last:col-6 max-md:last:pr-0">
            {daysOpen(
              counted.map((group) => group.oldest),
              today,
            )}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Classes(given: Given) {
  return UNRESOLVED_CLASSES.map((name) => {
    const groups = given.groups.filter(({ key }) => CLASS_OF[key as UnresolvedCode] === name);
    if (groups.length === 0) return null;
    return (
      <Fragment key={name}>
        <tbody className="max-md:block">
          <tr className="small-change max-md:flex max-md:justify-between max-md:border-b max-md:border-b-rule-strong">
            <th
              className="border-b-rule-strong text-body font-semibold max-md:block"
              colSpan={4}
              scope="rowgroup"
            >
              <ClassGlyph of={name} /> {domain(`class.${name}`)}
              <span className="text-muted ml-2.5 text-ui font-normal max-md:block max-md:m-0">
                {domain(`classMeaning.${name}`)}
              </span>
            </th>
            <td className="number last:pr-2 border-b-rule-strong text-body font-semibold max-md:block max-md:last:hidden max-md:last:pr-0">
              {sum(groups)}
            </td>
            <td
              className="border-b-rule-strong text-body font-semibold max-md:block max-md:last:hidden"
              colSpan={5}
            />
          </tr>
        </tbody>
        <tbody className="max-md:block">{mostFirst(groups).map((group) => rowsOf(given, group))}</tbody>
      </Fragment>
    );
  });
}

function rowsOf({ view, names, today, opened }: Given, group: UnresolvedGroup) {
  const open = opened?.key === group.key ? opened : null;
  return (
    <Fragment key={group.key}>
      <GroupRow group={group} view={view} names={names} today={today} open={open !== null} />
      {open ? <ItemRows open={open} group={group} view={view} names={names} today={today} /> : null}
    </Fragment>
  );
}

const mostFirst = (groups: readonly UnresolvedGroup[]): UnresolvedGroup[] =>
  [...groups].sort((a, b) => b.count - a.count);

/** Priorities and classes have a fixed order. */
const inOrder = (groups: readonly UnresolvedGroup[], { group }: UnresolvedView): readonly UnresolvedGroup[] =>
  group === "priority" || group === "class" ? groups : mostFirst(groups);

const sum = (groups: readonly UnresolvedGroup[]): number =>
  groups.reduce((total, { count }) => total + count, 0);

/** Groups by class or reason have one class. Null for others, which hold only items that count. */
function classOfKey(view: UnresolvedView, key: string): string | null {
  return view.group === "code" ? CLASS_OF[key as UnresolvedCode] : view.group === "class" ? key : null;
}
