"use client";
import { usePathname } from "next/navigation";
import { atMoment } from "@/components/ui/address/as-of-href";
import { currentItem } from "./rail-groups";

export interface RailWords {
  label: string;
  items: readonly { href: string; label: string; count?: string }[];
}

/** A client component only because the current page is marked by the browser's address. */
export function RailLinks({ groups, asOf }: { groups: readonly RailWords[]; asOf: string | null }) {
  const path = usePathname();
  const current = currentItem(
    path,
    groups.flatMap((group) => group.items.map((item) => item.href)),
  );
  return (
    <div className="nav">
      {groups.map((group) => (
        <div key={group.label}>
          <h2>{group.label}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <a
                  href={atMoment(item.href, asOf)}
                  aria-current={item.href === current ? (path === current ? "page" : "true") : undefined}
                >
                  {item.label} {item.count === undefined ? null : <span>{item.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
