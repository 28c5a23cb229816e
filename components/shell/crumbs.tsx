"use client";
import { usePathname } from "next/navigation";

/** Where one is, read off the address: the section by its name, a record by its reference. */
export function Crumbs({ label, names }: { label: string; names: Readonly<Record<string, string>> }) {
  const crumbs = crumbsOf(usePathname(), names);
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {crumbs.map(({ href, name }, i) => (
          <li key={href}>
            {i < crumbs.length - 1 ? <a href={href}>{name}</a> : <span aria-current="page">{name}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** `names` gives the words for known paths; a segment without its own page and words is left out. */
export function crumbsOf(path: string, names: Readonly<Record<string, string>>): { href: string; name: string }[] {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.flatMap((part, i) => {
    const href = `/${parts.slice(0, i + 1).join("/")}`;
    const name = names[href] ?? names[`*/${part}`] ?? (/^[A-Z]/.test(part) ? decodeURIComponent(part) : undefined);
    return name === undefined ? [] : [{ href, name }];
  });
}
