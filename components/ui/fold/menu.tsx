import { asOfHref } from "../address/as-of-href";
import { Glyph } from "../marks/glyph";

/** Links below a button; opens without a script. */
export function Menu({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string; current: boolean }[];
}) {
  return (
    <details className="menu">
      <summary className="btn">
        {label} <Glyph name="down" size={12} />
      </summary>
      <ul>
        {items.map(({ href, label: words, current }) => (
          <li key={href}>
            <a href={asOfHref(href)} aria-current={current ? "true" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
