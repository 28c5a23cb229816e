// The moment to compare with, where no baseline is named. A plain form.
import { DateBox } from "@/components/form/dates/date-box";
import type { WrongMoment } from "@/components/form/mistyped";
import { filterWords } from "@/components/tables/filter-words";
import { AsOfField } from "@/components/ui/address/as-of-field";
import { buttonLook } from "@/components/ui/looks";
import { clockOf } from "@/lib/domain/base/moment";
import { registerZone, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("changes");
const ui = translator("ui");

export interface SinceFormProps {
  at: string;
  wrong: ReadonlyMap<"since" | "until", WrongMoment>;
  /** Of the address, kept when the moment is sent. */
  params: URLSearchParams;
}

export function SinceForm({ at, wrong, params }: SinceFormProps) {
  const since = wrong.get("since");
  return (
    <form className="filter items-end" action="/changes" aria-label={t("nothing.noBaseline.form")}>
      <AsOfField />
      {[...params].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <DateBox
        id="sinceOn"
        name="sinceOn"
        kind="moment"
        label={t("nothing.noBaseline.since", { zone: registerZoneName() })}
        value={since?.text ?? ""}
        error={since?.error}
        errorPrefix={ui("errorPrefix")}
        latest={clockOf(at, registerZone())}
      />
      <button className={buttonLook()}>{filterWords().show}</button>
    </form>
  );
}
