// Before a decision: which lines of the pledge, as it is proposed, are the same as another, are said to be, or look so.
import { noticeLook } from "@/components/ui/looks";
import { LineNotes } from "./line-notes";
import type { LinesAround } from "@/lib/domain/details/lines-around";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("links");
const domain = translator("domain");

interface Props {
  pledge: Pick<Pledge, "reference" | "contributions">;
  around: LinesAround;
}

export function LinesInReview({ pledge: { reference, contributions }, around }: Props) {
  const noted = contributions.filter(({ id }) => hasNotes(around, id));
  if (noted.length === 0) return null;
  return (
    <section className={noticeLook()} aria-labelledby="same-lines">
      <h2 id="same-lines">{t("review.title")}</h2>
      <p>{t("review.text")}</p>
      <ul className="list-disc pl-5">
        {noted.map((line) => (
          <li key={line.id}>
            {t("review.line", { n: around.places[line.id] ?? 1, what: whatOf(line) })}
            <LineNotes line={line} around={around} reference={reference} mayEdit={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const hasNotes = ({ named, naming, alike }: LinesAround, id: string): boolean =>
  id in named || [...naming, ...alike].some(({ line }) => line === id);

/** "Troops, 400 persons". */
const whatOf = ({ kind, quantity, money }: Contribution): string =>
  [
    domain(`contributionKind.${kind}`),
    ...(quantity.kind === "NOT_STATED" && money !== null ? [] : [quantityWords(quantity)]),
    ...(money === null ? [] : [moneyWords(money)]),
  ].join(", ");
