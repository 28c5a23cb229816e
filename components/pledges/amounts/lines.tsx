import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Stage } from "@/lib/domain/pledge/stages";
import { amountsHref, type AmountsView, type AmountFigure } from "./view";
import { columnWords, measureWords } from "./words";

const t = translator("amounts");
const domain = translator("domain");

export interface FigureLine {
  reference: string;
  participant: string;
  title: string;
  stage: Stage;
  kind: string;
  quantity: Contribution["quantity"] | null;
  money: Contribution["money"];
  on: string | null;
  definition: string | null;
}

interface Props {
  figure: AmountFigure;
  lines: readonly FigureLine[];
  /** Whether there are more lines than are shown. */
  more: boolean;
  names: Readonly<Record<string, string>>;
  view: AmountsView;
}

export function AmountLines({ figure, lines, more, names, view }: Props) {
  const title = t("lines", {
    column: columnWords(figure.column),
    measure: measureWords(figure.measure, figure.of),
  });
  return (
    <section className="sec" aria-labelledby="lines">
      <header>
        <h2 id="lines" tabIndex={-1}>
          {title}
        </h2>
        <a className="btn plain" href={asOfHref(amountsHref({ ...view, figure: null }))}>
          {t("close")}
        </a>
      </header>
      {lines.length === 0 ? (
        <p className="muted">{t("noLines")}</p>
      ) : (
        <table className="ledger stack">
          <caption className="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("col.pledge")}</th>
              <th scope="col">{t("col.participant")}</th>
              <th scope="col">{t("col.contribution")}</th>
              <th scope="col">{t("col.amount")}</th>
              <th scope="col">{t("col.stage")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={`${line.reference} ${index}`}>
                <th scope="row">
                  <PledgeLink reference={line.reference} /> {line.title}
                </th>
                <td data-l={t("col.participant")}>{names[line.participant] ?? line.participant}</td>
                <td data-l={t("col.contribution")}>{domain.ofCode("contributionKind", line.kind)}</td>
                <td data-l={t("col.amount")}>
                  <span>
                    {line.money
                      ? moneyWords(line.money)
                      : line.quantity
                        ? quantityWords(line.quantity)
                        : null}
                    {line.definition ? (
                      <>, {inSentence(domain.ofCode("deliveredAs", line.definition))}</>
                    ) : null}
                    {line.on ? <span className="muted"> {shortDay(line.on)}</span> : null}
                  </span>
                </td>
                <td data-l={t("col.stage")}>
                  <StageMark stage={line.stage}>{domain(`stage.${line.stage}`)}</StageMark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more ? (
        <p>
          {t("more", { count: lines.length })}{" "}
          <a href={asOfHref(`/pledges?priority=${view.priority}`)}>{t("allPledges")}</a>
        </p>
      ) : null}
    </section>
  );
}
