// The moment that the page shows, and a form for another one. A plain form behind a button needs no script.
import { DateBox } from "@/components/form/date-box";
import type { WrongMoment } from "@/components/form/mistyped";
import { Glyph } from "@/components/ui/marks/glyph";
import { clockOf } from "@/lib/domain/base/moment";
import { translator } from "@/lib/i18n/translator";
import { longMomentIn, momentIn, zoneName } from "@/lib/i18n/dates";

const t = translator("shell");
const ui = translator("ui");

export interface AsOfView {
  /** Null: now. */
  asOf: string | null;
  now: string;
  timeZone: string;
  /** The same page now. */
  home: string;
  /** Text that is no moment the page can show. */
  typed: WrongMoment | null;
}

export function AsOfChip({ asOf, now, timeZone, home, typed }: AsOfView) {
  const when = { when: momentIn(timeZone, asOf ?? now), zone: zoneName(timeZone) };
  return (
    <>
      <button type="button" className={asOf === null ? "asof" : "asof past"} popoverTarget={FORM}>
        <Glyph name="clock" />
        <span>{t(asOf === null ? "asOf.now" : "asOf.then", when)}</span>
      </button>
      <MomentForm {...{ asOf, now, timeZone, home, typed }} />
    </>
  );
}

const FORM = "as-of";

function MomentForm({ asOf, now, timeZone, home, typed }: AsOfView) {
  const [path, query] = home.split("?");
  return (
    <form id={FORM} popover="auto" className="asofform" action={path} aria-label={t("asOf.form")}>
      {[...new URLSearchParams(query)].map(([name, value], index) => (
        <input key={`${name} ${String(index)}`} type="hidden" name={name} value={value} />
      ))}
      <DateBox
        id="as-of-moment"
        name="asOf"
        kind="moment"
        label={t("asOf.field", { zone: zoneName(timeZone) })}
        value={typed?.text ?? clockOf(asOf ?? now, timeZone)}
        error={typed?.error}
        errorPrefix={ui("errorPrefix")}
        latest={clockOf(now, timeZone)}
        required
      />
      <p className="muted">{t("asOf.hint")}</p>
      <p>
        <button className="btn primary">{t("asOf.show")}</button>{" "}
        {asOf === null ? null : <a href={home}>{t("asOf.back")}</a>}
      </p>
    </form>
  );
}

type Past = Pick<AsOfView, "timeZone" | "home"> & { asOf: string };

/** Below the bar: the page shows a past moment. */
export function PastBand({ asOf, timeZone, home, begun }: Past & { begun: boolean }) {
  return (
    <section className="band past" aria-label={t("asOf.label")}>
      <Glyph name="clock" />
      <p>
        <b>{t("asOf.band", momentWords(timeZone, asOf))}</b> {t(begun ? "asOf.knew" : "asOf.before")}
      </p>
      <p>
        <button type="button" className="linkish" popoverTarget={FORM}>
          {t("asOf.change")}
        </button>
        <a href={home}>{t("asOf.back")}</a>
      </p>
    </section>
  );
}

/** On a page that shows only the present. */
export function NowBand({ asOf, timeZone, home }: Past) {
  return (
    <section className="band past" aria-label={t("asOf.label")}>
      <Glyph name="clock" />
      <p>
        <b>{t("asOf.nowOnly")}</b> {t("asOf.nowOnlyText", momentWords(timeZone, asOf))}
      </p>
      <p>
        <a href={home}>{t("asOf.back")}</a>
      </p>
    </section>
  );
}

const momentWords = (timeZone: string, asOf: string) => ({
  when: longMomentIn(timeZone, asOf),
  zone: zoneName(timeZone),
  utc: utcWords(timeZone, asOf),
});

/** "18:00", or with the day where it is another day in UTC. */
function utcWords(timeZone: string, asOf: string): string {
  const [day, time = ""] = longMomentIn("UTC", asOf).split(", ");
  return longMomentIn(timeZone, asOf).startsWith(`${day ?? ""},`) ? time : `${day ?? ""}, ${time}`;
}
