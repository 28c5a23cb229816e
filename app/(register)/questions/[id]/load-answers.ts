import type { Option } from "@/components/form/words";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import { LARGEST_LIMIT } from "@/lib/domain/base/listing";
import type { Question } from "@/lib/domain/oversight/question";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";
import { loadCellPledges } from "@/lib/pledges/pledges/queries";

const domain = translator("domain");

export const pieceWords = ({ kind, source }: Evidence): string => {
  const on = source.publishedOn === null ? "" : `, ${shortDay(source.publishedOn)}`;
  return `${domain(`evidenceKind.${kind}`)}, ${source.title ?? source.publisher}${on}`;
};

/** What an answer can name, newest first: evidence of the pledge, or pledges on the missing position. */
export async function loadAnswers(
  actor: Actor,
  question: Question,
  sheet: PledgeDetails | null,
  at: Instant,
): Promise<Option[]> {
  if (sheet !== null)
    return sheet.evidence
      .filter(({ retracted }) => retracted === null)
      .reverse()
      .map((piece) => ({ value: piece.id, label: pieceWords(piece) }));
  const pledges = await loadCellPledges(actor, question, LARGEST_LIMIT, at);
  return pledges.ok
    ? pledges.value
        .map(({ reference, title }) => ({ value: reference, label: `${reference} ${title}` }))
        .sort((a, b) => (a.value < b.value ? 1 : -1))
    : [];
}
