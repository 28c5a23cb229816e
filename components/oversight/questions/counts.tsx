import { getTranslations } from "next-intl/server";
import { linkTo } from "@/components/ui/link-to";
import type { QuestionCounts } from "@/lib/domain/oversight/question-details";
import { questionsHref } from "./view";

/** All questions by state; each number leads to its rows. */
export async function QuestionCountsShown({ counts }: { counts: QuestionCounts }) {
  if (counts.open + counts.answered + counts.withdrawn === 0) return null;
  const say = await getTranslations("questions");
  return (
    <p className="headline">
      {say.rich("counts", {
        ...counts,
        openLink: linkTo(questionsHref({})),
        overdueLink: linkTo(questionsHref({ overdue: ["yes"] })),
        answeredLink: linkTo(questionsHref({ state: ["ANSWERED"] })),
        withdrawnLink: linkTo(questionsHref({ state: ["WITHDRAWN"] })),
      })}
    </p>
  );
}
