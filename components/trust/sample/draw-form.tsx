import { Choice } from "@/components/ui/ledger/choice";
import { buttonLook } from "@/components/ui/looks";
import { LONGEST_SEED, MOST_DRAWN, SAMPLED_NAMES } from "@/lib/domain/oversight/sample";
import { translator } from "@/lib/i18n/translator";
import type { SampleView } from "./view";

const t = translator("sample");

/** A plain form. Without seed and position, it draws a new sample from what is on record now. */
export function DrawForm({ view }: { view: SampleView }) {
  return (
    <form className="filter" action="/sample" aria-label={t("form.label")}>
      <label>
        {t("form.n")}{" "}
        <input className="input" type="number" name="n" min={1} max={MOST_DRAWN} defaultValue={view.n} />
      </label>
      <Choice
        name="of"
        label={t("form.of")}
        all={t("of.pledges")}
        chosen={view.of === "pledges" ? [] : [view.of]}
        options={SAMPLED_NAMES.filter((one) => one !== "pledges").map((one) => [one, t(`of.${one}`)])}
      />
      <label>
        {t("form.seed")}{" "}
        <input
          className="input"
          name="seed"
          size={20}
          maxLength={LONGEST_SEED}
          placeholder={t("form.seedHint")}
        />
      </label>
      <label>
        {t("form.position")}{" "}
        <input
          className="input"
          name="position"
          inputMode="numeric"
          size={8}
          maxLength={15}
          placeholder={t("form.positionHint")}
        />
      </label>
      <button className={buttonLook()}>{t("form.draw")}</button>
    </form>
  );
}
