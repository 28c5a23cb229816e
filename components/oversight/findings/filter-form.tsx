import { Choice } from "@/components/ui/choice";
import { FINDING_STATES } from "@/lib/domain/oversight/finding";
import { translator } from "@/lib/i18n/translator";
import { chosenIn, EVERY_FINDING_STATE, type FindingsView } from "./view";

const t = translator("findings");

/** A plain form: its values are the address of the view. */
export function FindingsFilterForm({ view }: { view: FindingsView }) {
  return (
    <form className="filter" action="/findings" aria-label={t("filter.label")}>
      <input
        className="input"
        type="search"
        name="q"
        size={32}
        maxLength={100}
        defaultValue={view.q ?? ""}
        aria-label={t("filter.q")}
        placeholder={t("filter.q")}
      />
      <Choice
        name="state"
        label={t("column.state")}
        all={t("filter.state")}
        chosen={chosenIn(view.state)}
        options={[
          ...FINDING_STATES.map((one) => [one, t(`state.${one}`)] as const),
          [EVERY_FINDING_STATE.join(","), t("filter.all")],
        ]}
      />
      {view.about ? <input type="hidden" name="about" value={view.about} /> : null}
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}
