// Whether the pledge can start: the condition as a sentence, then part by part.
import { Fragment, type ReactNode } from "react";
import { GraphAround } from "@/components/conditions/graph/around";
import { viewHref } from "@/components/ui/address/view-href";
import type { NamedWaiter, WaitersAround } from "@/lib/domain/conditions/graph/around";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Sentence } from "@/components/conditions/condition/sentence";
import { Tree } from "@/components/conditions/condition/tree";
import { TruthMark, truthName } from "@/components/conditions/condition/truth";
import { Fold } from "@/components/ui/fold/fold";
import { Glyph } from "@/components/ui/marks/glyph";
import { linkTo } from "@/components/ui/link-to";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { conditionParts } from "@/lib/domain/conditions/condition-parts";
import { truthIn } from "@/lib/domain/conditions/leaf-facts";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { conditionSentence } from "@/lib/i18n/words/condition-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("condition");
const graph = translator("graph");

interface Given {
  details: PledgeDetails;
  around: WaitersAround;
  /** What belongs to it: approvals, and the fewest decisions. */
  children?: ReactNode;
}

export function PledgeCondition({ details, around, children }: Given) {
  const { condition, facts, reference } = details;
  const part = condition && conditionParts(condition, truthIn(facts, null));
  return (
    <Section
      id="condition"
      title={t("title")}
      aside={
        <span className="flex flex-wrap items-center gap-x-4">
          {part === null && around.waiters.length === 0 ? null : (
            <a href={asOfHref(viewHref("/conditions", { about: reference }, "graph"))}>
              {graph("around.all")}
            </a>
          )}
          {details.may.edit ? (
            <a className={buttonLook("plain")} href={asOfHref(`/pledges/${reference}/condition`)}>
              {condition ? null : <Glyph name="plus" />}
              {t(condition ? "change" : "set")}
            </a>
          ) : null}
        </span>
      }
      className="cond"
    >
      {part === null ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <div className="mb-1 flex flex-wrap gap-x-4">
          <p className="flex gap-2 text-muted">
            {t("canItStart")} <TruthMark truth={part.truth} word={t(`can.${truthName(part.truth)}`)} />
          </p>
          <CycleNote details={details} />
        </div>
      )}
      <GraphAround details={details} truth={part === null ? true : part.truth} {...around} />
      {part === null && around.waiters.length === 0 ? null : (
        <Fold opensFor="condition" summary={graph("around.asText")}>
          {part === null ? null : (
            <>
              <p className="max-w-[76ch] text-lead">
                <Sentence pieces={conditionSentence(condition, facts)} />
              </p>
              <Tree
                part={part}
                facts={facts}
                serving={details.approvals.map(({ id }) => id)}
                evidence={details.evidence.map(({ id }) => id)}
              />
            </>
          )}
          {around.waiters.length === 0 ? null : (
            <p className="my-2">
              {graph.rich("around.waiters", {
                list: () => around.waiters.map(Waiter),
              })}
              {around.more ? ` ${graph("around.moreWait")}` : null}
            </p>
          )}
        </Fold>
      )}
      {children}
    </Section>
  );
}

/** The cycle that the pledge is in, and whether anything opens it. */
function CycleNote({ details: { cycle, reference } }: { details: PledgeDetails }) {
  if (cycle === null) return null;
  const others = cycle.pledges.filter((one) => one !== reference);
  const message = others.length === 0 ? "alone" : cycle.isDeadlock ? "deadlock" : "cycle";
  return (
    <p className={cycle.isDeadlock ? "text-blocked-ink" : "text-waiting-ink"}>
      {t.rich(message, { a: linkTo("/conditions#deadlocks"), others: () => <Others pledges={others} /> })}
    </p>
  );
}

/** A pledge that waits, and who says so. */
function Waiter({ reference, edge }: NamedWaiter, index: number) {
  const basis = translator("domain")(`itemBasisOf.${edge.basis ?? "NONE"}`);
  return (
    <Fragment key={reference}>
      {index === 0 ? null : ", "}
      <PledgeLink reference={reference} /> {graph("note.all", { notes: basis })}
    </Fragment>
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
