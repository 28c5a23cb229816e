// Explains the five bars of the glyph next to each participant, by an example that isn't from the record.
import { translator } from "@/lib/i18n/translator";

const t = translator("sign-in");

const PRIORITIES = [1, 2, 3, 4, 5] as const;
const STAGES = ["FULFILLED", "DELIVERING", "ALLOCATED", "COMMITTED", "PLEDGED", "SIGNALLED"] as const;
const REACHED = { 1: 1, 2: 5, 3: 2, 4: 0, 5: 3 } as const;

export function Plate() {
  return (
    <section
      className="flex flex-col px-24 py-12 border-l border-l-rule bg-bg max-xl:px-12 max-md:hidden"
      aria-label={t("plate.label")}
    >
      <div className="relative flex-1 max-h-140">
        <ol
          className="grid absolute grid-rows-[repeat(6,1fr)] top-0 right-0 bottom-0 left-0"
          aria-label={t("plate.stages")}
        >
          {STAGES.map((stage) => (
            <li className="pt-1 border-t border-t-rule text-muted text-caption" key={stage}>
              {t(`plate.stage.${stage}`)}
            </li>
          ))}
        </ol>
        <ol
          className="plate-bars grid absolute grid-cols-[repeat(5,1fr)] gap-4 top-0 right-0 bottom-0 left-26 border-b-2 border-b-rule-strong"
          aria-label={t("plate.priorities")}
        >
          {PRIORITIES.map((priority) => (
            <li
              className="flex relative items-end before:absolute before:top-0 before:right-auto before:bottom-0 before:left-0 before:w-11 before:bg-neutral-tint"
              key={priority}
            >
              <i className={`relative w-11 bg-text h-${REACHED[priority]}/6`} />
              <span className="absolute mt-3 top-full text-muted">
                <b className="block text-text text-title font-normal">{priority}</b>
                {t(`plate.priority.${priority}`)}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p className="text-pretty mr-0 ml-26 mt-34 mb-0 max-w-[30ch] text-headline">{t("plate.sentence")}</p>
    </section>
  );
}
