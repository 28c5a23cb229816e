// Explains the five bars of the glyph next to each participant, by an example that isn't from the record.
import { translator } from "@/lib/i18n/translator";

const t = translator("sign-in");

const PRIORITIES = [1, 2, 3, 4, 5] as const;
const STAGES = ["FULFILLED", "DELIVERING", "ALLOCATED", "COMMITTED", "PLEDGED", "SIGNALLED"] as const;
const REACHED = { 1: 1, 2: 5, 3: 2, 4: 0, 5: 3 } as const;

export function Plate() {
  return (
    <section className="plate" aria-label={t("plate.label")}>
      <div className="pl">
        <ol className="stg" aria-label={t("plate.stages")}>
          {STAGES.map((stage) => (
            <li key={stage}>{t(`plate.stage.${stage}`)}</li>
          ))}
        </ol>
        <ol className="prs" aria-label={t("plate.priorities")}>
          {PRIORITIES.map((priority) => (
            <li key={priority}>
              <i className={`r${REACHED[priority]}`} />
              <span>
                <b>{priority}</b>
                {t(`plate.priority.${priority}`)}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p>{t("plate.sentence")}</p>
    </section>
  );
}
