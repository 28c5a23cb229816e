import { atMoment } from "@/components/ui/address/as-of-href";

/** Made from the address: a section by its name, a record by its reference. */
export function Crumbs({
  path,
  names,
  asOf,
}: {
  path: string;
  names: Readonly<Record<string, string>>;
  /** The moment that its links keep. */
  asOf: string | null;
}) {
  return (
    <ol className="flex min-w-0 items-center gap-2">
      {crumbsOf(path, names).map(({ href, name }, at, all) => (
        // A link cut off would be too small to hit: the current page's name shrinks first; a phone shows only
        // it and the section.
        <li
          key={href}
          className={
            at === 0
              ? "shrink-0"
              : at < all.length - 1
                ? "min-w-18 truncate max-md:hidden"
                : "shrink-9999 min-w-0 truncate"
          }
        >
          {href === path ? (
            <span aria-current="page">{name}</span>
          ) : (
            <a className="inline-block py-0.5 text-muted" href={atMoment(href, asOf)}>
              {name}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

/** `names`: words by path, or by a star and the segment. Other segments stay only where they are a record. */
export function crumbsOf(
  path: string,
  names: Readonly<Record<string, string>>,
): { href: string; name: string }[] {
  const home = names["/"];
  if (path === "/" && home !== undefined) return [{ href: path, name: home }];
  const parts = path.split("/").filter((part) => part !== "");
  return parts.flatMap((part, i) => {
    const href = `/${parts.slice(0, i + 1).join("/")}`;
    const name = names[href] ?? names[`*/${part}`] ?? (isRecord(parts, i) ? part : undefined);
    return name === undefined ? [] : [{ href, name }];
  });
}

/** A reference; below /conditions a trigger's code; below /audit an entry's number. */
const isRecord = (parts: readonly string[], i: number): boolean =>
  REFERENCE.test(parts[i] ?? "") ||
  (parts[i - 1] === "audit" && SEQ.test(parts[i] ?? "")) ||
  (parts[i - 1] === "requirements" && NEED.test(parts[i] ?? "")) ||
  (parts[i - 1] === "findings" && FINDING.test(parts[i] ?? "")) ||
  (parts[i - 1] === "questions" && QUESTION.test(parts[i] ?? "")) ||
  (parts[i - 1] === "conditions" && TRIGGER.test(parts[i] ?? ""));

const SEQ = /^[1-9]\d{0,14}$/;
const FINDING = /^F-\d+$/;
const QUESTION = /^Q-\d+$/;
const NEED = /^[A-Z][A-Z0-9-]{1,19}$/;
const TRIGGER = /^[A-Z][A-Z0-9_]{1,59}$/;
const REFERENCE = /^[A-Z]{2,5}(-\d-\d+)?$/;
