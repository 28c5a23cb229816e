import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import { ageOf, type UnresolvedGroup, type UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { itemWords } from "@/lib/i18n/words/words";
import { AgeDash } from "./ages";
import { AskLink } from "@/components/oversight/questions/ask-link";
import { referenceLook } from "@/components/ui/looks";
import type { Names } from "@/components/ui/names";
import { unresolvedHref, type OpenGroup, type UnresolvedView } from "./view";
import { colon } from "@/lib/i18n/signs";

const t = translator("unresolved");
const domain = translator("domain");

interface Given {
  open: OpenGroup;
  group: UnresolvedGroup;
  view: UnresolvedView;
  names: Names;
  today: Day;
}

export function ItemRows({ open, group, view, names, today }: Given) {
  return (
    <>
      {open.items.map((item) => (
        <ItemRow
          key={`${item.code} ${item.reference ?? `${item.participant}-${item.priority}`}`}
          {...{ item, view, names, today }}
          questionContext={open.questionContext}
        />
      ))}
      {open.next === null && !open.further ? null : (
        <tr className="max-md:block max-md:pr-0 max-md:pl-9 max-md:py-2 max-md:border-b max-md:border-b-rule">
          <td className="px-0 pt-1.5 pb-2 max-md:block max-md:p-0 max-md:empty:hidden" />
          <td className="px-0 pt-1.5 pb-2 max-md:block max-md:p-0 max-md:empty:hidden" colSpan={9}>
            {open.further ? (
              <a href={asOfHref(unresolvedHref(view, { fragment: `g-${open.key}` }))}>{t("more.first")}</a>
            ) : null}{" "}
            {open.next === null ? null : (
              <a href={asOfHref(unresolvedHref(view, { cursor: open.next, fragment: `g-${open.key}` }))}>
                {open.further ? t("more.next") : t("more.count", { count: group.count - open.items.length })}
              </a>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function ItemRow({
  item,
  view,
  names,
  today,
  questionContext,
}: Pick<Given, "view" | "names" | "today"> & {
  item: UnresolvedRow;
  questionContext: OpenGroup["questionContext"];
}) {
  const { what, resolvedBy } = itemWords(item);
  return (
    <tr
      data-row=""
      className="walked item-line max-md:grid max-md:grid-cols-[28px_minmax(0,1fr)_auto] max-md:gap-y-0 max-md:gap-x-2 max-md:px-0 max-md:py-2.5 max-md:border-b max-md:border-b-rule"
    >
      <td className="class-cell py-1 max-md:block max-md:row-[1_/_5]" />
      <td className="max-md:block max-md:col-2">
        <Place item={item} />
      </td>
      <td className="max-md:block max-md:col-[2_/_4]">
        <b>{names.participants[item.participant] ?? item.participant}</b>
        <br />
        <span className="text-muted">{item.title ?? domain(`priority.${item.priority}`)}</span>
      </td>
      <td className="wide-cell max-md:block max-md:col-[2_/_4] max-md:mx-0 max-md:my-1">
        {view.group === "code" ? null : (
          <b>
            {domain(`code.${item.code}`)}
            {colon()}{" "}
          </b>
        )}
        {item.change === "new" ? <b className="newmark">{t("against.new")} </b> : null}
        {what}
        <br />
        <span className="text-muted">{t("resolvedBy", { what: resolvedBy })}</span>{" "}
        <AskLink item={item} context={questionContext} />
      </td>
      <td className="wrap-anywhere pr-2 max-md:block max-md:col-[2_/_4]">
        {item.reference === null ? null : (
          <>
            {item.owner === null ? t("nobody") : (names.owners[item.owner] ?? item.owner)}
            <br className="max-md:hidden" />
            <span className="text-muted max-md:before:content-['_·_']">{nextStep(item)}</span>
          </>
        )}
      </td>
      <AgeDash age={ageOf(item.since, today)} />
      <td className="number age-cell whitespace-nowrap last:pr-2 max-md:block max-md:last:pr-0">
        {t("days", { days: daysBetween(item.since, today) })}
      </td>
    </tr>
  );
}

/** The pledge; without one, the participant's cell in the matrix. */
function Place({ item: { reference, participant, priority } }: { item: UnresolvedRow }) {
  const cell = `${participant}-${priority}`;
  return reference === null ? (
    <a className={referenceLook()} href={asOfHref(`/coverage?cell=${cell}#${cell}`)}>
      {cell}
    </a>
  ) : (
    <PledgeLink reference={reference} />
  );
}

function nextStep({ nextAction, nextActionDueOn }: UnresolvedRow): string {
  if (nextAction === null) return t("next.none");
  return nextActionDueOn === null ? t("next.undated") : t("next.on", { on: shortDay(nextActionDueOn) });
}
