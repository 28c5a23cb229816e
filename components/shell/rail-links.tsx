import { atMoment } from "@/components/ui/address/as-of-href";
import { currentItem } from "./rail-groups";

export interface RailWords {
  label: string;
  items: readonly { href: string; label: string; tabs: readonly { href: string }[]; count?: string }[];
}

interface Given {
  groups: readonly RailWords[];
  path: string;
  asOf: string | null;
}

export function RailLinks({ groups, path, asOf }: Given) {
  const current = currentItem(
    path,
    groups.flatMap((group) => group.items),
  );
  return (
    <div className="grid content-start gap-4">
      {groups.map((group) => (
        <div key={group.label}>
          <h2 className="mb-0.5 px-6 text-caption font-semibold text-subtle">{group.label}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a
                  href={atMoment(item.href, asOf)}
                  aria-current={item.href === current ? (path === current ? "page" : "true") : undefined}
                  className="flex min-h-8 items-center justify-between gap-2 border-l-3 border-transparent py-1 pr-6 pl-5.25 text-text no-underline hover:bg-sunken aria-[current]:border-text aria-[current]:bg-surface aria-[current]:font-semibold max-xl:min-h-10"
                >
                  {item.label}{" "}
                  {item.count === undefined ? null : (
                    <span className="font-normal text-muted tabular-nums">{item.count}</span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
