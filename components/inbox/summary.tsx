import { Choice } from "@/components/ui/choice";
import type { Actor } from "@/lib/domain/people/actor";
import { kindsOf, NOTICE_SHOWS } from "@/lib/domain/notices/notice";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { inboxHref, type InboxView } from "./view";

const t = translator("inbox");

/** All, unread or read. */
function Shows({ view }: { view: InboxView }) {
  return (
    <nav className="seg" aria-label={t("show.label")}>
      {NOTICE_SHOWS.map((show) => (
        <a
          key={show}
          href={inboxHref({ ...view, show })}
          {...(show === view.show ? { "aria-current": "true" as const } : {})}
        >
          {t(`show.${show}`)}
        </a>
      ))}
    </nav>
  );
}

/** A plain form: its values are the address of the view. */
export function InboxFilterForm({ view, actor }: { view: InboxView; actor: Actor }) {
  return (
    <form className="filter" action="/inbox" aria-label={t("filter.label")}>
      <Shows view={view} />
      {view.show === "all" ? null : <input type="hidden" name="show" value={view.show} />}
      <Choice
        name="kind"
        label={t("filter.kind")}
        all={t("filter.all")}
        chosen={view.kind}
        options={kindsOf(actor).map((kind) => [kind, t(`kind.${kind}`)] as const)}
      />
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}

export function InboxSummary({ view, total, capped }: { view: InboxView; total: number; capped: boolean }) {
  return (
    <p className="muted">
      {t("total", { capped: String(capped), total: numberInWords(total), count: total })}
      {isNarrowed(view) ? (
        <>
          {" · "}
          <a href={inboxHref({})}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** No notices yet, all are read, or none fits the view. */
export function NoNotices({ view }: { view: InboxView }) {
  const state = !isNarrowed(view)
    ? "first"
    : view.show === "unread" && view.kind.length === 0
      ? "unread"
      : "filtered";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
      {state === "first" ? (
        <p>
          <a href="/inbox/watching">{t("watching")}</a>
        </p>
      ) : null}
    </div>
  );
}

const isNarrowed = (view: InboxView): boolean => inboxHref(view) !== inboxHref({});
