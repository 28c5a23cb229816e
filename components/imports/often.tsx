import { noticeLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";
import { saidWords } from "@/lib/i18n/words/import-words";

const t = translator("imports");

/** Errors in many rows: most likely a column was mapped wrongly. */
export function Often({ faults }: { faults: readonly { field: string; code: string; rows: number }[] }) {
  const often = faults.filter(({ rows }) => rows > FEW).slice(0, SHOWN);
  return often.length === 0 ? null : (
    <div className={noticeLook("mb-4")}>
      <p>
        <b>{t("trial.often")}</b>
      </p>
      <ul className="list-disc pl-5">
        {often.map(({ field, code, rows }) => (
          <li key={`${field} ${code}`}>
            {t("trial.oftenLine", {
              field: t.ofCode("field", field),
              reason: saidWords({ code, params: { text: "…" } }),
              rows,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

const FEW = 10;
const SHOWN = 5;
