// What is open about a record: questions or findings, and a link to add one.
import type { ReactNode } from "react";

interface Given<One> {
  id: "findings" | "questions";
  /** Translator of the area. */
  t: (key: "on.title" | "on.none" | "on.more" | "on.all") => string;
  open: readonly One[];
  children: (one: One) => ReactNode;
  /** The link that adds one; null when the user may not. */
  add: ReactNode;
  /** The list of the open ones, where not all are shown here; null: all are. */
  moreHref: string | null;
  allHref: string;
}

export function OpenAbout<One>({ id, t, open, children, add, moreHref, allHref }: Given<One>) {
  return (
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby={id}>
      <h2 id={id}>{t("on.title")}</h2>
      {add === null ? null : (
        <div className="grid print:hidden gap-2 mb-2 max-md:grid-cols-[1fr_1fr]">{add}</div>
      )}
      {open.length === 0 ? (
        <p className="text-muted">{t("on.none")}</p>
      ) : (
        <ul className="link-list">{open.map(children)}</ul>
      )}
      <p className="text-caption text-muted">
        {moreHref === null ? null : (
          <>
            <a href={moreHref}>{t("on.more")}</a> ·{" "}
          </>
        )}
        <a href={allHref}>{t("on.all")}</a>
      </p>
    </section>
  );
}
