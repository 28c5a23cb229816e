// Obstacles to approving, shown before everything else. Sending back stays possible.
import { noticeLook } from "@/components/ui/looks";
import { lacking, maybeReturned } from "@/lib/domain/proposals/checks";
import type { Review } from "@/lib/domain/proposals/review";
import { fieldInSentence } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { checkWords, checkKey } from "./checks";

const t = translator("review");

export function InTheWay({ review: { checks, proposal, involvement: ownFields } }: { review: Review }) {
  if (proposal.status !== "OPEN") return null;
  const missing = lacking(checks);
  const isInvolved = checks.some(({ what, ok }) => what === "hand" && !ok);
  return (
    <>
      {missing.length === 0 ? null : (
        <section className={noticeLook("blocked")} aria-labelledby="lacking">
          <h2 id="lacking">{t("lacking.title")}</h2>
          <ul className="list-disc pl-5">
            {missing.map((check) => (
              <li key={checkKey(check)}>{checkWords(check)}</li>
            ))}
          </ul>
          {maybeReturned(checks) ? <p>{t("lacking.text")}</p> : null}
        </section>
      )}
      {isInvolved ? <p className={noticeLook()}>{t("hand", { fields: fieldNames(ownFields) })}</p> : null}
    </>
  );
}

/** Fields are named without their record: `pledge.stage` is "stage". */
const fieldNames = (ownFields: readonly string[]): string =>
  ownFields.map((field) => fieldInSentence(field.split(".")[1] ?? field)).join(", ");
