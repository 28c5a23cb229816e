// Explains the five bars of the glyph next to each participant, by an example that isn't from the record.
import { getTranslations } from "next-intl/server";

const PRIORITIES = [1, 2, 3, 4, 5] as const;
const STAGES = ["FULFILLED", "DELIVERING", "ALLOCATED", "COMMITTED", "PLEDGED", "SIGNALLED"] as const;
const REACHED = { 1: 1, 2: 5, 3: 2, 4: 0, 5: 3 } as const;

export async function Plate() {
  const t = await getTranslations("sign-in.plate");
  return (
    <section className="plate" aria-label={t("label")}>
      <div className="pl">
        <ol className="stg" aria-label={t("stages")}>
          {STAGES.map((stage) => (
            <li key={stage}>{t(`stage.${stage}`)}</li>
          ))}
        </ol>
        <ol className="prs" aria-label={t("priorities")}>
          {PRIORITIES.map((priority) => (
            <li key={priority}>
              <i className={`r${REACHED[priority]}`} />
              <span>
                <b>{priority}</b>
                {t(`priority.${priority}`)}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p>{t("sentence")}</p>
    </section>
  );
}
