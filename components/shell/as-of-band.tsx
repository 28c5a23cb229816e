import type { ReactNode } from "react";
import { Glyph } from "@/components/ui/marks/glyph";
import { longMoment, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { longMomentIn } from "@/lib/i18n/dates";
import { AS_OF_FORM, type AsOfView } from "./as-of";

const t = translator("shell");

type Past = Pick<AsOfView, "home"> & { asOf: string };

/** Below the bar: the page shows a past moment. */
export function PastBand({ asOf, home, begun }: Past & { begun: boolean }) {
  return (
    <Band
      home={home}
      change={
        <button
          type="button"
          className="linkish text-inherit text-[inherit]/[inherit] font-semibold hover:decoration-2"
          popoverTarget={AS_OF_FORM}
        >
          {t("asOf.change")}
        </button>
      }
    >
      <b>{t("asOf.band", momentWords(asOf))}</b> {t(begun ? "asOf.knew" : "asOf.before")}
    </Band>
  );
}

/** On a page that shows only the present. */
export const NowBand = ({ asOf, home }: Past) => (
  <Band home={home}>
    <b>{t("asOf.nowOnly")}</b> {t("asOf.nowOnlyText", momentWords(asOf))}
  </Band>
);

function Band({ home, change, children }: { home: string; change?: ReactNode; children: ReactNode }) {
  return (
    <section
      className="band past flex items-baseline gap-4 border-b border-b-waiting bg-waiting-tint px-(--gutter) py-2 text-waiting-ink max-md:flex-wrap max-md:gap-x-3 max-md:gap-y-1"
      aria-label={t("asOf.label")}
    >
      <Glyph name="clock" />
      <p className="max-md:flex-[1_1_260px] last:flex last:flex-wrap last:items-baseline last:flex-none last:gap-y-1 last:gap-x-4">
        {children}
      </p>
      <p className="max-md:flex-[1_0_100%] max-md:pl-7 print:hidden last:flex last:flex-wrap last:items-baseline last:flex-none last:gap-y-1 last:gap-x-4">
        {change}
        <a className="text-inherit font-semibold" href={home}>
          {t("asOf.back")}
        </a>
      </p>
    </section>
  );
}

const momentWords = (asOf: string) => ({
  when: longMoment(asOf),
  zone: registerZoneName(),
  utc: utcWords(asOf),
});

/** "18:00", or with the day where it is another day in UTC. */
function utcWords(asOf: string): string {
  const [day, time = ""] = longMomentIn("UTC", asOf).split(", ");
  return longMoment(asOf).startsWith(`${day ?? ""},`) ? time : `${day ?? ""}, ${time}`;
}
