import { atMoment } from "@/components/ui/address/as-of-href";

interface Family {
  label: string;
  tabs: readonly { href: string; label: string; count?: string }[];
}

interface Given {
  families: readonly Family[];
  path: string;
  asOf: string | null;
}

/** Pages below a tab, such as a record's, have none. */
export function TabLinks({ families, path, asOf }: Given) {
  const family = families.find(({ tabs }) => tabs.some(({ href }) => href === path));
  if (!family) return null;
  return (
    <nav
      aria-label={family.label}
      className="-mt-3 mb-3 flex gap-x-5 overflow-x-auto border-b border-rule print:hidden max-md:-mt-2"
    >
      {family.tabs.map(({ href, label, count }) => (
        <a
          key={href}
          href={atMoment(href, asOf)}
          aria-current={href === path ? "page" : undefined}
          className="-mb-px border-b-3 border-transparent py-1.5 whitespace-nowrap text-text no-underline hover:border-control aria-[current=page]:border-text aria-[current=page]:font-semibold max-md:py-2.5"
        >
          {label} {count === undefined ? null : <span className="font-normal text-muted">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
