import { AsOfField } from "@/components/ui/address/as-of-field";
import { Choice } from "@/components/ui/choice";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { tabOf, type ReviewView } from "./view";

const t = translator("review");
const domain = translator("domain");

/** A plain form: its values are the address of the view. */
export function ProposalsFilterForm({
  view,
  participants,
}: {
  view: ReviewView;
  participants: Readonly<Record<string, string>>;
}) {
  return (
    <form className="filter" action="/review" aria-label={t("filter.label")}>
      <AsOfField />
      {tabOf(view) === "waiting" ? null : <input type="hidden" name="status" value={view.status.join(",")} />}
      <Choice
        name="participant"
        chosen={view.participant}
        label={t("column.participant")}
        all={t("filter.participant")}
        options={Object.entries(participants)}
      />
      <Choice
        name="priority"
        chosen={view.priority.map(String)}
        label={domain("field.priority")}
        all={t("filter.priority")}
        options={PRIORITIES.map((one) => [String(one), `${one} ${domain(`priority.${one}`)}`])}
      />
      <Choice
        name="subject"
        chosen={view.subject}
        label={t("subject.label")}
        all={t("filter.subject")}
        options={(["pledge", "approval"] as const).map((one) => [one, t(`subject.${one}`)])}
      />
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}
