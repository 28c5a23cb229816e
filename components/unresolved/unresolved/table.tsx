// Unresolved items: classes, their reasons, their ages, and the items of the opened group.
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { Fragment } from "react";
import type { Day } from "@/lib/domain/base/day";
import { AGES, type UnresolvedGroup } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, UNRESOLVED_CLASSES, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
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
    <table className="ledger un">
      <caption className="sr-only">{t("caption", { group: inSentence(t(`group.${view.group}`)) })}</caption>
      <colgroup>
        <col className="k-c" />
        <col className="k-r" />
        <col className="k-p" />
        <col className="k-w" />
        <col className="k-o" />
        <col className="k-h" span={4} />
        <col className="k-a" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className="c">
            <span className="sr-only">{t("column.toggle")}</span>
          </th>
          <th scope="col">{t("column.pledge")}</th>
          <th scope="col">{t("column.participant")}</th>
          <th scope="col">{t("column.what")}</th>
          <th scope="col">
            {t("column.owner")} <span className="lbl-items">{t("column.items")}</span>
          </th>
          {AGES.map((age) => (
            <th key={age} scope="col" className="h">
              {domain(`age.${age}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {t("column.oldest")}
          </th>
        </tr>
      </thead>
      {view.group === "code" ? (
        <Classes {...given} />
      ) : (
        <tbody>{inOrder(groups, view).map((group) => rowsOf(given, group))}</tbody>
      )}
      <tbody>
        <tr className="total">
          <th colSpan={4} scope="row">
            {t("counted")}
          </th>
          <td className="number gc">{sum(counted)}</td>
          <AgeCells ages={sumOfAges(counted)} />
          <td className="number">
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
        <tbody>
          <tr className="ch">
            <th colSpan={4} scope="rowgroup">
              <ClassGlyph of={name} /> {domain(`class.${name}`)}
              <span className="text-muted">{domain(`classMeaning.${name}`)}</span>
            </th>
            <td className="number">{sum(groups)}</td>
            <td colSpan={5} />
          </tr>
        </tbody>
        <tbody>{mostFirst(groups).map((group) => rowsOf(given, group))}</tbody>
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
