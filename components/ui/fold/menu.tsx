import { buttonLook } from "@/components/ui/looks";
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
    <details className="menu relative max-md:static">
      <summary className={buttonLook()}>
        {label} <Glyph name="down" size={12} />
      </summary>
      <ul className="absolute mt-1 px-0 py-1 right-0 z-7 min-w-full border border-rule-strong rounded-sm bg-surface max-md:right-auto max-md:left-(--gutter) max-md:min-w-0 max-md:max-w-[calc(100vw_-_2_*_var(--gutter))]">
        {items.map(({ href, label: words, current }) => (
          <li key={href}>
            <a
              className="hover:bg-sunken current:font-semibold"
              href={asOfHref(href)}
              aria-current={current ? "true" : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
