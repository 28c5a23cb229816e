// At most five lines in the order of the rule. The first one alone has the filled button.
import { buttonLook, referenceLook } from "@/components/ui/looks";
import { ClassGlyph, type ItemClass } from "@/components/ui/marks/class-mark";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { daysBetween } from "@/lib/domain/base/day";
import type { MatterKind, ShownMatter } from "@/lib/domain/unresolved/what-matters";
import { translator } from "@/lib/i18n/translator";
import { withMarking } from "@/lib/i18n/coalition-only";
import type { LineGiven } from "./held-words";
import { matterLine } from "./line-words";
import { sinceWords, someOf } from "./some-of";

const t = translator("matters");

const GLYPHS: Record<MatterKind, ItemClass> = {
  "holds-up": "BLOCKED",
  lacks: "GAP",
  due: "GAP",
  disputed: "QUALITY",
};

interface Props extends LineGiven {
  matters: readonly ShownMatter[];
  /** Shows the title, on a page with another name. */
  titled?: boolean;
}

export function Matters({ matters, titled = false, ...given }: Props) {
  if (matters.length === 0) return <EmptyState title={t("none.title")} text={t("none.text")} />;
  return (
    <section aria-labelledby="matters">
      <h2 id="matters" className={titled ? "mt-6 mb-3" : "sr-only"}>
        {t("title")}
      </h2>
      <ol className="m-0 list-none border-t-2 border-rule-strong p-0">
        {matters.map((matter, i) => (
          <Line key={i} matter={matter} place={i + 1} {...given} />
        ))}
      </ol>
      <p className="mt-3 text-caption text-muted">
        {t.rich("rule", { full: (inside) => <a href={asOfHref("/definitions#what-matters")}>{inside}</a> })}
      </p>
    </section>
  );
}

/** One line at the head of another page. */
export function FirstMatter({ matter, ...given }: LineGiven & { matter: ShownMatter }) {
  return (
    <ol className="mb-3 list-none border-t-2 border-rule-strong p-0" aria-label={t("title")}>
      <Line matter={matter} place={null} {...given} />
    </ol>
  );
}

function Line({ matter, place, ...given }: LineGiven & { matter: ShownMatter; place: number | null }) {
  const { reference, what, href, why, who, since, action } = matterLine(matter, given);
  const Title = place === null ? "h2" : "h3";
  const side = `m-0 ${place === null ? "" : "col-start-2 md:col-start-auto"}`;
  return (
    <li
      className={`grid min-h-[78px] items-center gap-x-4 gap-y-2 border-b border-rule py-3 ${
        place === null
          ? "md:grid-cols-[1fr_132px_92px_164px]"
          : "grid-cols-[28px_1fr] md:grid-cols-[44px_1fr_132px_92px_164px]"
      }`}
    >
      {place === null ? null : (
        <span className={`self-start text-[1.75rem] leading-8 ${place === 1 ? "font-bold" : "text-muted"}`}>
          {place}
        </span>
      )}
      <div className="min-w-0">
        <p className="m-0 flex items-center gap-2 text-caption text-muted">
          <ClassGlyph of={GLYPHS[matter.kind]} />
          <b>{t(`kind.${matter.kind}`)}</b>
          {reference === null ? null : <span className={referenceLook()}>{withMarking(reference)}</span>}
        </p>
        <Title className="m-0 text-lead font-semibold [overflow-wrap:anywhere]">
          <a href={asOfHref(href)}>{what}</a>
        </Title>
        <p className="m-0 text-ui">{why}</p>
      </div>
      <p className={`${side} text-ui`}>{someOf(who, given.names, 2)}</p>
      <p className={`${side} text-ui`}>
        {since <= given.today ? <b>{t("days", { days: daysBetween(since, given.today) })}</b> : null}{" "}
        <span className="block text-caption text-muted">{sinceWords(since, given.today)}</span>
      </p>
      <p className={`${side} print:hidden`}>
        <a
          className={buttonLook(`w-full justify-center ${(place ?? 1) === 1 ? "primary" : ""}`)}
          href={asOfHref(action.href)}
        >
          {action.label}
        </a>
      </p>
    </li>
  );
}
