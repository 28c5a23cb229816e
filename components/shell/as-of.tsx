// Which moment the page shows, and the way to another one. A plain form behind a button: it works before any script does.
import { Glyph } from "@/components/ui/glyph";
import { clockOf } from "@/lib/domain/moment";
import { translator } from "@/lib/i18n/translator";
import { longMomentIn, momentIn, zoneName } from "@/lib/i18n/when";

const t = translator("shell");

export interface AsOfView {
  /** Null: now. */
  asOf: string | null;
  now: string;
  timeZone: string;
  /** The same page now. */
  home: string;
}

export function AsOfChip({ asOf, now, timeZone, home }: AsOfView) {
  const when = { when: momentIn(timeZone, asOf ?? now), zone: zoneName(timeZone) };
  return (
    <>
      <button type="button" className={asOf === null ? "asof" : "asof past"} popoverTarget={FORM}>
        <Glyph name="clock" />
        <span>{t(asOf === null ? "asOf.now" : "asOf.then", when)}</span>
      </button>
      <MomentForm {...{ asOf, now, timeZone, home }} />
    </>
  );
}

const FORM = "as-of";

function MomentForm({ asOf, now, timeZone, home }: AsOfView) {
  const [path, query] = home.split("?");
  return (
    <form id={FORM} popover="auto" className="asofform" action={path} aria-label={t("asOf.form")}>
      {[...new URLSearchParams(query)].map(([name, value], index) => (
        <input key={`${name} ${String(index)}`} type="hidden" name={name} value={value} />
      ))}
      <label>
        {t("asOf.field", { zone: zoneName(timeZone) })}
        <input
          className="input"
          type="datetime-local"
          name="asOf"
          required
          max={clockOf(now, timeZone)}
          defaultValue={clockOf(asOf ?? now, timeZone)}
        />
      </label>
      <p className="muted">{t("asOf.hint")}</p>
      <p>
        <button className="btn primary">{t("asOf.show")}</button>{" "}
        {asOf === null ? null : <a href={home}>{t("asOf.back")}</a>}
      </p>
    </form>
  );
}

/** Under the bar: what the page shows isn't now. */
export function PastBand({ asOf, timeZone, home, begun }: AsOfView & { asOf: string; begun: boolean }) {
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

/** On a page that can't tell of the past. */
export function NowBand({ asOf, timeZone, home }: Pick<AsOfView, "timeZone" | "home"> & { asOf: string }) {
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

/** "18:00", or with its day where that is another one. */
function utcWords(timeZone: string, asOf: string): string {
  const [day, time = ""] = longMomentIn("UTC", asOf).split(", ");
  return longMomentIn(timeZone, asOf).startsWith(`${day ?? ""},`) ? time : `${day ?? ""}, ${time}`;
}
