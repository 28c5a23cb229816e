// Pledges that wait for each other: who for whom, on which evidence, and whether anything opens the cycle.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Grade } from "@/components/pledges/pledge/grade";
import { Fold } from "@/components/ui/fold/fold";
import { StatusMark } from "@/components/ui/marks/mark";
import { Section } from "@/components/ui/page/section";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import { listWords } from "@/lib/i18n/numbers";
import { quotedWords } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { Edges } from "./edges";
import { LeafList } from "./leaf-list";
import { basisWords } from "./basis-words";

const t = translator("conditions");
const domain = translator("domain");

interface Given {
  cycles: readonly CycleDetails[];
  /** How many there are in all. */
  total: number;
  names: Readonly<Record<string, string>>;
  today: Day;
}

export function CycleList({ cycles, total, names, today }: Given) {
  return (
    <Section
      id="deadlocks"
      title={t("deadlocks.title")}
      aside={<p>{t("deadlocks.count", { count: total })}</p>}
    >
      {cycles.length === 0 ? <p className="text-muted">{t("deadlocks.none")}</p> : null}
      {cycles.map((cycle, place) => (
        <OneCycle
          key={cycle.pledges.join(" ")}
          cycle={cycle}
          names={names}
          today={today}
          isFirst={place === 0}
        />
      ))}
      {total > cycles.length ? (
        <p className="text-muted">{t("deadlocks.more", { count: total - cycles.length })}</p>
      ) : null}
    </Section>
  );
}

type One = { cycle: CycleDetails; isFirst: boolean } & Pick<Given, "names" | "today">;

function OneCycle({ cycle, names, today, isFirst }: One) {
  const { isDeadlock, participants, since, evidence } = cycle;
  const parties = listWords(participants.map((code) => names[code] ?? code));
  return (
    <article className="cycle px-0 pt-3 pb-4">
      <Fold
        opensFor={isFirst ? "deadlocks" : undefined}
        summary={
          <span className="flex flex-wrap items-center gap-x-4">
            <h3>{parties}</h3>
            {isDeadlock ? (
              <StatusMark glyph="blocked" family="blocked" strong>
                {t("deadlocks.deadlock")}
              </StatusMark>
            ) : (
              <StatusMark glyph="unknown" family="neutral">
                {t("deadlocks.cycle")}
              </StatusMark>
            )}
            <span className="text-muted">
              {t("deadlocks.since", { day: dayInWords(since), days: daysBetween(since, today) })}
            </span>
          </span>
        }
      >
        <Outcome cycle={cycle} />
        <p>{basisWords(cycle)}</p>
        <Edges cycle={cycle} names={names} />
        <h4 className="mx-0 mt-4 mb-2 text-ui font-semibold">{t("deadlocks.evidence")}</h4>
        {evidence.length === 0 ? <p className="text-muted">{t("deadlocks.noEvidence")}</p> : null}
        <ul className="evidence-list">
          {evidence.map((piece) => (
            <Piece key={piece.id} piece={piece} />
          ))}
        </ul>
      </Fold>
    </article>
  );
}

function Outcome({ cycle: { isDeadlock, openers, participants, facts } }: { cycle: CycleDetails }) {
  if (isDeadlock) return <p>{t("deadlocks.stays")}</p>;
  if (participants.length === 1) return <p>{t("deadlocks.opensAlone")}</p>;
  if (openers.length === 0) return <p>{t("deadlocks.opensSomehow")}</p>;
  return <p>{t.rich("deadlocks.opens", { openers: () => <LeafList leaves={openers} facts={facts} /> })}</p>;
}

function Piece({ piece }: { piece: CycleDetails["evidence"][number] }) {
  const { pledge, kind, supports, claims, quote, source } = piece;
  return (
    <li className="mb-2.5 pb-2.5 last:border-b-0">
      <div className="evidence-head mb-0.5">
        <PledgeLink reference={pledge} at="#evidence" />
        <b className="text-text">{domain(`evidenceKind.${kind}`)}</b>
        <Grade piece={piece} />
        <StatusMark glyph={supports ? "tick" : "dispute"} family={supports ? "done" : "blocked"} strong>
          {domain(`supports.${supports}`)}
        </StatusMark>
      </div>
      {claims === null ? null : <p>{quotedWords(claims)}</p>}
      {quote === null ? null : (
        <blockquote className="quote text-ui" lang={source.language}>
          {quote}
        </blockquote>
      )}
      <p className="source-line mt-1.5">
        <a href={asOfHref(`/sources/${source.id}`)}>
          <bdi>{source.publisher}</bdi>
        </a>
        {source.publishedOn === null ? null : `, ${dayInWords(source.publishedOn)}`}
      </p>
    </li>
  );
}
