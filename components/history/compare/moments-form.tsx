// The two moments to compare, in the register's time. A plain form.
import { DateBox } from "@/components/form/dates/date-box";
import type { WrongMoment } from "@/components/form/mistyped";
import { AsOfField } from "@/components/ui/address/as-of-field";
import { buttonLook } from "@/components/ui/looks";
import { clockOf } from "@/lib/domain/base/moment";
import { registerZone, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("changes");
const ui = translator("ui");

interface Given {
  reference: string;
  from: string | null;
  to: string | null;
  at: string;
  wrong: ReadonlyMap<"from" | "to", WrongMoment>;
}

export function MomentsForm({ reference, from, to, at, wrong }: Given) {
  const clock = (moment: string | null) => (moment === null ? "" : clockOf(moment, registerZone()));
  return (
    <form className="filter cmpf" action={`/pledges/${reference}/compare`} aria-label={t("compare.form")}>
      <AsOfField />
      {(["from", "to"] as const).map((name) => (
        <DateBox
          key={name}
          id={`${name}On`}
          name={`${name}On`}
          kind="moment"
          label={t(`compare.${name}`, { zone: registerZoneName() })}
          value={wrong.get(name)?.text ?? clock(name === "from" ? from : to)}
          error={wrong.get(name)?.error}
          errorPrefix={ui("errorPrefix")}
          latest={clockOf(at, registerZone())}
        />
      ))}
      <button className={buttonLook()}>{t("compare.submit")}</button>
    </form>
  );
}
