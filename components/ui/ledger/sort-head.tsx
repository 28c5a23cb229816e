import { asOfHref } from "../address/as-of-href";
import { Glyph } from "../marks/glyph";

/** Links to the order by this column; from that order, to its reverse. */
export function SortHead({
  label,
  href,
  current,
  turned,
  className = "",
}: {
  label: string;
  href: string;
  current: boolean;
  turned: boolean;
  className?: string | undefined;
}) {
  return (
    <th
      scope="col"
      className={`${className} whitespace-nowrap`.trim()}
      aria-sort={current ? (turned ? "descending" : "ascending") : undefined}
    >
      <a href={asOfHref(href)}>{label}</a>
      {current ? <Glyph name={turned ? "down" : "up"} size={12} /> : null}
    </th>
  );
}
