// Whether the pledge can start: the condition as a sentence, then part by part.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Sentence } from "@/components/conditions/condition/sentence";
import { Tree } from "@/components/conditions/condition/tree";
import { TruthMark, truthName } from "@/components/conditions/condition/truth";
import { Glyph } from "@/components/ui/marks/glyph";
import { linkTo } from "@/components/ui/link-to";
import { conditionParts } from "@/lib/domain/conditions/condition-parts";
import { truthIn } from "@/lib/domain/conditions/leaf-facts";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { conditionSaid } from "@/lib/i18n/words/condition-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("condition");

export function PledgeCondition({ sheet }: { sheet: PledgeDetails }) {
  const { condition, facts, reference } = sheet;
  const part = condition && conditionParts(condition, truthIn(facts, null));
  return (
    <section className="sec cond" aria-labelledby="condition">
      <header>
        <h2 id="condition">{t("title")}</h2>
        {sheet.may.edit ? (
          <a className="btn plain" href={asOfHref(`/pledges/${reference}/condition`)}>
            {condition ? null : <Glyph name="plus" />}
            {t(condition ? "change" : "set")}
          </a>
        ) : null}
      </header>
      {part === null ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <>
          <p className="csay">
            <Sentence pieces={conditionSaid(condition, facts)} />
          </p>
          <p className="ccan">
            {t("canItStart")} <TruthMark truth={part.truth} word={t(`can.${truthName(part.truth)}`)} />
          </p>
          <CycleNote sheet={sheet} />
          <Tree
            part={part}
            facts={facts}
            serving={sheet.approvals.map(({ id }) => id)}
            evidence={sheet.evidence.map(({ id }) => id)}
          />
        </>
      )}
    </section>
  );
}

/** The cycle that the pledge is in, and whether anything opens it. */
function CycleNote({ sheet: { cycle, reference } }: { sheet: PledgeDetails }) {
  if (cycle === null) return null;
  const others = cycle.pledges.filter((one) => one !== reference);
  const message = others.length === 0 ? "alone" : cycle.isDeadlock ? "deadlock" : "cycle";
  return (
    <p className={cycle.isDeadlock ? "notice blocked" : "notice"}>
      {t.rich(message, { a: linkTo("/conditions#deadlocks"), others: () => <Others pledges={others} /> })}
    </p>
  );
}

function Others({ pledges }: { pledges: readonly string[] }) {
  return pledges.map((reference, index) => (
    <span key={reference}>
      {index === 0 ? null : ", "}
      <PledgeLink reference={reference} />
    </span>
  ));
}
