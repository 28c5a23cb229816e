import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { buttonLook } from "@/components/ui/looks";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
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
    <section className="section" aria-labelledby="lines">
      <header>
        <h2 id="lines" tabIndex={-1}>
          {title}
        </h2>
        <a className={buttonLook("plain")} href={asOfHref(amountsHref({ ...view, figure: null }))}>
          {t("close")}
        </a>
      </header>
      {lines.length === 0 ? (
        <p className="text-muted">{t("noLines")}</p>
      ) : (
        <Ledger
          caption={title}
          rows={lines}
          rowKey={(line) => `${line.reference} ${lines.indexOf(line)}`}
          columns={[
            {
              heading: t("col.pledge"),
              names: true,
              cell: (line) => (
                <>
                  <PledgeLink reference={line.reference} /> {line.title}
                </>
              ),
            },
            {
              heading: t("col.participant"),
              cell: ({ participant }) => names[participant] ?? participant,
            },
            { heading: t("col.contribution"), cell: ({ kind }) => domain.ofCode("contributionKind", kind) },
            { heading: t("col.amount"), cell: Amount },
            {
              heading: t("col.stage"),
              cell: ({ stage }) => <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>,
            },
          ]}
        />
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

const Amount = ({ money, quantity, definition, on }: FigureLine) => (
  <span>
    {money ? moneyWords(money) : quantity ? quantityWords(quantity) : null}
    {definition ? <>, {inSentence(domain.ofCode("deliveredAs", definition))}</> : null}
    {on ? <span className="text-muted"> {shortDay(on)}</span> : null}
  </span>
);
