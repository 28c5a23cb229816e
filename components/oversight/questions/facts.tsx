import { NotStated } from "@/components/ui/not-stated";
import { aboutName } from "@/lib/domain/oversight/question";
import type { QuestionDetails } from "@/lib/domain/oversight/question-details";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { Fact } from "@/components/ui/page/facts";
import { aboutHref } from "./view";

const t = translator("questions");
const domain = translator("domain");
const tables = translator("tables");

export function QuestionFacts({
  details: { question, owner },
  unresolved,
  ownerName,
}: {
  details: QuestionDetails;
  /** Whether the item it came from still holds. */
  unresolved: boolean;
  ownerName: string | null;
}) {
  const { askedOf, createdAt, dueOn, code, pledge } = question;
  return (
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-label={aboutName(question)}>
      <dl data-short="" className="facts border-t border-t-rule">
        <Fact name={t("sheet.askedOf")}>{askedOf}</Fact>
        <Fact name={t("sheet.askedOn")}>{dayInWords(registerDay(createdAt))}</Fact>
        <Fact name={t("sheet.dueOn")}>
          {dueOn === null ? <NotStated>{t("noDue")}</NotStated> : dayInWords(dueOn)}
        </Fact>
        <Fact name={t("sheet.from")}>
          {code === null ? (
            <span className="text-muted">{t("sheet.plain")}</span>
          ) : (
            <>
              <a href={pledge === null ? aboutHref(question) : `${aboutHref(question)}#unresolved`}>
                {domain(`code.${code}`)}
              </a>
              , {t(unresolved ? "sheet.still" : "sheet.resolved")}
            </>
          )}
        </Fact>
        {pledge === null ? null : (
          <Fact name={t("sheet.owner")}>
            {owner === null ? tables("filter.nobody") : (ownerName ?? owner)}
          </Fact>
        )}
      </dl>
    </section>
  );
}
