import { timeZones } from "@/components/workspace/settings/words";
import { describedBy, LabelledField, FieldGroup } from "@/components/ui/field";
import { buttonLook } from "@/components/ui/looks";
import type { Actor } from "@/lib/domain/people/actor";
import { choosableKinds, type NoticeChoices } from "@/lib/domain/notices/notice";
import { translator } from "@/lib/i18n/translator";

const t = translator("inbox");
const ui = translator("ui");

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Which notifications the user gets, and when the daily mail comes. A plain form. */
export function ChoicesForm({
  actor,
  choices,
  registersZone,
  errors,
}: {
  actor: Actor;
  choices: NoticeChoices;
  registersZone: string;
  errors: ReadonlyMap<string, string>;
}) {
  const errorPrefix = ui("errorPrefix");
  return (
    <form method="post" action="/api/own/choices" className="tells">
      <FieldGroup id="kinds" label={t("choose.kinds")} hint={t("choose.kindsHint")} errorPrefix={errorPrefix}>
        {choosableKinds(actor).map((kind) => (
          <Tick
            key={kind}
            name={`kind-${kind}`}
            checked={choices.kinds.includes(kind)}
            label={t(`kindLong.${kind}`)}
          />
        ))}
      </FieldGroup>
      <FieldGroup id="mail" label={t("choose.mail")} hint={t("choose.digestHint")} errorPrefix={errorPrefix}>
        <Tick name="digest" checked={choices.digest} label={t("choose.digest")} />
      </FieldGroup>
      <LabelledField id="hour" label={t("choose.hour")} error={errors.get("hour")} errorPrefix={errorPrefix}>
        <select
          className="input"
          id="hour"
          name="hour"
          defaultValue={choices.hour}
          {...describedBy("hour", { error: errors.get("hour") })}
        >
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {String(hour).padStart(2, "0")}:00
            </option>
          ))}
        </select>
      </LabelledField>
      <LabelledField
        id="zone"
        label={t("choose.timeZone")}
        hint={t("choose.timeZoneHint")}
        error={errors.get("zone")}
        errorPrefix={errorPrefix}
      >
        <select
          className="input"
          id="zone"
          name="zone"
          defaultValue={choices.timeZone ?? ""}
          {...describedBy("zone", { hint: true, error: errors.get("zone") })}
        >
          <option value="">{t("choose.registersZone", { zone: registersZone })}</option>
          {timeZones(choices.timeZone ?? registersZone).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </LabelledField>
      <button className={buttonLook("primary")}>{t("choose.save")}</button>
    </form>
  );
}

function Tick({ name, checked, label }: { name: string; checked: boolean; label: string }) {
  return (
    <label className="tick items-start gap-2" htmlFor={name}>
      <input type="checkbox" className="check mt-0.5" id={name} name={name} defaultChecked={checked} />{" "}
      {label}
    </label>
  );
}
