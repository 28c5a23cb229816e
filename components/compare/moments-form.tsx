// Which moments stand side by side, on the register's clocks. A plain form.
import { KeptMoment } from "@/components/ui/kept-moment";
import { clockOf } from "@/lib/domain/moment";
import { translator } from "@/lib/i18n/translator";
import { zoneName } from "@/lib/i18n/when";

const t = translator("changes");

interface Given {
  reference: string;
  from: string | null;
  to: string | null;
  at: string;
  timeZone: string;
}

export function MomentsForm({ reference, from, to, at, timeZone }: Given) {
  const clock = (moment: string | null) => (moment === null ? "" : clockOf(moment, timeZone));
  return (
    <form className="filter cmpf" action={`/pledges/${reference}/compare`} aria-label={t("compare.form")}>
      <KeptMoment />
      {(["from", "to"] as const).map((name) => (
        <label key={name}>
          {t(`compare.${name}`, { zone: zoneName(timeZone) })}
          <input
            className="input"
            type="datetime-local"
            name={`${name}On`}
            max={clockOf(at, timeZone)}
            defaultValue={clock(name === "from" ? from : to)}
          />
        </label>
      ))}
      <button className="btn">{t("compare.submit")}</button>
    </form>
  );
}
