import type { Candidate } from "@/lib/domain/requirements/requirement-details";
import { type Measure, spanOfMoney, spanOfQuantity } from "@/lib/domain/requirements/quantity-range";
import { withMarking } from "@/lib/i18n/coalition-only";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { hindranceWords } from "@/lib/i18n/words/requirement-words";
import { labelled } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import type { CandidateChoice } from "./offer-form";

const domain = translator("domain");
const t = translator("requirements");

export const choicesOf = (
  candidates: readonly Candidate[],
  names: Readonly<Record<string, string>>,
  measure: Measure,
): CandidateChoice[] => candidates.map((one) => choiceOf(one, names, measure));

function choiceOf(
  { pledge, line, judgement }: Candidate,
  names: Readonly<Record<string, string>>,
  measure: Measure,
): CandidateChoice {
  const why = judgement.because.map(hindranceWords).join(", ");
  const fit = judgement.fit === null ? null : domain(`fit.${judgement.fit}`);
  const span = "currency" in measure ? line.money && spanOfMoney(line.money) : numberIn(line.quantity);
  const said = [
    domain(`contributionKind.${line.kind}`),
    "currency" in measure && line.money ? moneyWords(line.money) : quantityWords(line.quantity),
    line.location === "UNSTATED" ? t("whereUnsaid") : domain(`location.${line.location}`),
    ...line.caveats.map(({ category }) => domain(`caveat.${category}`)),
  ];
  return {
    value: line.id,
    label: withMarking(
      labelled(`${pledge.reference} ${names[pledge.participant] ?? pledge.participant}`, pledge.title),
    ),
    meaning: `${said.join(" · ")} · ${domain(`stage.${pledge.stage}`)}`,
    pledge: pledge.reference,
    fit: fit === null ? null : why === "" ? fit : `${fit} (${why})`,
    open: why,
    hasNumber: span !== null,
  };
}

/** No part of a sealed number can be offered. */
const numberIn = (quantity: Candidate["line"]["quantity"]) =>
  quantity.kind === "SEALED" ? null : spanOfQuantity(quantity);
