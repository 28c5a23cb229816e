// The moment that the page shows, and a form for another one. A plain form behind a button needs no script.
import { LazyDateBox } from "@/components/form/dates/date-box-lazy";
import { PlainDateBox } from "@/components/form/dates/plain-date-box";
import type { WrongMoment } from "@/components/form/mistyped";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { Markup } from "@/components/ui/page/markup/markup";
import { clockOf } from "@/lib/domain/base/moment";
import { registerZone, registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("shell");
const ui = translator("ui");

export interface AsOfView {
  /** Null: now. */
  asOf: string | null;
  now: string;
  /** The same page now. */
  home: string;
  /** Text that is no moment the page can show. */
  typed: WrongMoment | null;
}

export function AsOfChip({ asOf, now, home, typed }: AsOfView) {
  const when = { when: shortMoment(asOf ?? now), zone: registerZoneName() };
  return (
    <>
      <Markup>
        <button
          type="button"
          className={`asof inline-flex min-w-8 items-center whitespace-nowrap gap-2 min-h-8 cursor-pointer [font:inherit] px-2 py-1 border border-transparent rounded-sm bg-transparent hover:border-control max-md:inline-flex max-md:justify-center max-md:min-w-10 max-md:min-h-10 ${asOf === null ? "text-muted" : "past text-waiting-ink"}`}
          popoverTarget={AS_OF_FORM}
          title={t(asOf === null ? "asOf.now" : "asOf.then", when)}
        >
          <Glyph name="clock" />
          <span className="line-clamp-2 text-left leading-4.5 whitespace-normal underline decoration-dotted decoration-1 underline-offset-3 max-md:absolute max-md:overflow-hidden max-md:w-px">
            {t(asOf === null ? "asOf.now" : "asOf.then", when)}
          </span>
        </button>
      </Markup>
      <MomentForm {...{ asOf, now, home, typed }} />
    </>
  );
}

export const AS_OF_FORM = "as-of";

function MomentForm({ asOf, now, home, typed }: AsOfView) {
  const [path, query] = home.split("?");
  const box = {
    id: "as-of-moment",
    name: "asOf",
    kind: "moment",
    label: t("asOf.field", { zone: registerZoneName() }),
    value: typed?.text ?? clockOf(asOf ?? now, registerZone()),
    error: typed?.error,
    errorPrefix: ui("errorPrefix"),
    latest: clockOf(now, registerZone()),
    required: true,
  } as const;
  return (
    <form
      id={AS_OF_FORM}
      popover="auto"
      className="asofform fixed m-0 p-4 w-[min(320px,calc(100vw_-_32px))] border border-rule-strong rounded-sm bg-surface text-text [&:popover-open]:grid [&:popover-open]:gap-3 max-md:right-4 print:hidden"
      action={path}
      aria-label={t("asOf.form")}
    >
      {[...new URLSearchParams(query)].map(([name, value], index) => (
        <input key={`${name} ${String(index)}`} type="hidden" name={name} value={value} />
      ))}
      <LazyDateBox {...box}>
        <Markup>
          <PlainDateBox {...box} />
        </Markup>
      </LazyDateBox>
      <Markup>
        <p className="text-muted">{t("asOf.hint")}</p>
      </Markup>
      <Markup>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <button className={buttonLook("primary")}>{t("asOf.show")}</button>{" "}
          {asOf === null ? null : <a href={home}>{t("asOf.back")}</a>}
        </p>
      </Markup>
    </form>
  );
}
