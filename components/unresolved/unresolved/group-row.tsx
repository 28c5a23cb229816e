import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph } from "@/components/ui/marks/glyph";
import type { Day } from "@/lib/domain/base/day";
import { NOBODY } from "@/lib/domain/base/listing";
import type { UnresolvedGroup } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { AgeCells, daysOpen } from "./ages";
import type { Names } from "@/components/ui/names";
import { behind, unresolvedHref, type UnresolvedView } from "./view";

const t = translator("unresolved");
const domain = translator("domain");

/** The name opens and closes the group; the count links to a view of its rows alone. */
export function GroupRow({
  group: { key, count, ages, oldest },
  view,
  names,
  today,
  open,
}: {
  group: UnresolvedGroup;
  view: UnresolvedView;
  names: Names;
  today: Day;
  open: boolean;
}) {
  const toggle = unresolvedHref({ ...view, open: open ? null : key }, { fragment: `g-${key}` });
  const { name, meaning } = wordsOf(view, key, names);
  return (
    <tr
      className={`max-md:block ${open ? "group-line max-md:items-center max-md:grid-cols-[28px_repeat(4,1fr)_64px] max-md:px-0 max-md:py-2 max-md:border-b max-md:border-b-rule max-md:grid! open" : "group-line max-md:items-center max-md:grid-cols-[28px_repeat(4,1fr)_64px] max-md:px-0 max-md:py-2 max-md:border-b max-md:border-b-rule max-md:grid!"}`}
      id={`g-${key}`}
    >
      <td className="class-cell py-1 max-md:block max-md:row-1 max-md:p-0">
        <a
          className="icon-target -ml-1 text-muted"
          href={asOfHref(toggle)}
          tabIndex={-1}
          aria-hidden="true"
          data-keep=""
        >
          <Glyph name={open ? "down" : "right"} />
        </a>
      </td>
      <th className="max-md:block max-md:col-[2_/_6]" colSpan={3} scope="row">
        <a
          className="text-text font-semibold decoration-rule"
          href={asOfHref(toggle)}
          aria-expanded={open}
          data-keep=""
        >
          {name}
        </a>{" "}
        {meaning ? <span className="text-muted ml-2 max-md:hidden">{meaning}</span> : null}
      </th>
      <td className="number group-count last:pr-2 max-md:block max-md:last:pr-0">
        <a
          className="text-text font-semibold decoration-rule"
          href={asOfHref(unresolvedHref(behind(view, key)))}
          aria-label={t("behind", { count, name })}
        >
          {count}
        </a>
      </td>
      <AgeCells ages={ages} />
      <td className="number age-cell whitespace-nowrap last:pr-2 max-md:block max-md:col-6 max-md:text-muted max-md:last:pr-0">
        {daysOpen([oldest], today)}
      </td>
    </tr>
  );
}

function wordsOf(view: UnresolvedView, key: string, names: Names): { name: string; meaning?: string } {
  switch (view.group) {
    case "code":
      return { name: domain.ofCode("code", key), meaning: domain.ofCode("codeMeaning", key) };
    case "class":
      return { name: domain.ofCode("class", key), meaning: domain.ofCode("classMeaning", key) };
    case "priority":
      return {
        name: `${key} ${domain.ofCode("priority", key)}`,
        meaning: domain.ofCode("priorityMeaning", key),
      };
    case "participant":
      return { name: names.participants[key] ?? key };
    case "owner":
      return key === NOBODY
        ? { name: t("nobody"), meaning: t("nobodyMeaning") }
        : { name: names.owners[key] ?? key };
  }
}
