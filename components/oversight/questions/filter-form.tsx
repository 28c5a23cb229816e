import { Choice } from "@/components/ui/choice";
import type { Names } from "@/components/ui/names";
import { NOBODY } from "@/lib/domain/base/listing";
import { aboutName, QUESTION_STATES } from "@/lib/domain/oversight/question";
import { translator } from "@/lib/i18n/translator";
import { EVERY_QUESTION_STATE, type QuestionsView } from "./view";

const t = translator("questions");

/** A plain form: its values are the address of the view. */
export function QuestionsFilterForm({ view, names }: { view: QuestionsView; names: Names }) {
  const state = view.state.join(",") === "OPEN" ? [] : view.state;
  return (
    <form className="filter" action="/questions" aria-label={t("filter.label")}>
      <input
        className="input"
        type="search"
        name="q"
        size={28}
        maxLength={100}
        defaultValue={view.q ?? ""}
        aria-label={t("filter.q")}
        placeholder={t("filter.q")}
      />
      <Choice
        name="state"
        label={t("column.state")}
        all={t("filter.state")}
        chosen={state}
        options={[
          ...QUESTION_STATES.filter((one) => one !== "OPEN").map((one) => [one, t(`state.${one}`)] as const),
          [EVERY_QUESTION_STATE.join(","), t("filter.all")],
        ]}
      />
      <Choice
        name="overdue"
        label={t("filter.overdue")}
        all={t("filter.overdue")}
        chosen={view.overdue}
        options={[
          ["yes", t("filter.overdueOnly")],
          ["no", t("filter.notOverdue")],
        ]}
      />
      <Choice
        name="participant"
        label={t("filter.participant")}
        all={t("filter.participant")}
        chosen={view.participant}
        options={Object.entries(names.participants)}
      />
      <Choice
        name="owner"
        label={t("filter.owner")}
        all={t("filter.owner")}
        chosen={view.owner}
        options={[...Object.entries(names.owners), [NOBODY, t("filter.nobody")]]}
      />
      {view.about ? <input type="hidden" name="about" value={aboutName(view.about)} /> : null}
      {view.code.length > 0 ? <input type="hidden" name="code" value={view.code.join(",")} /> : null}
      {view.priority.length > 0 ? (
        <input type="hidden" name="priority" value={view.priority.join(",")} />
      ) : null}
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}
