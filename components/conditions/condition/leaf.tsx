// A leaf in the tree: what it is, a link to it, and its state.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph } from "@/components/ui/marks/glyph";
import type { ApprovalFact, LeafFacts, PledgeFact, TriggerFact } from "@/lib/domain/conditions/leaf-facts";
import type { Leaf as LeafOf } from "@/lib/domain/pledge/condition";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("condition");
const domain = translator("domain");

export function NamedLeaf({
  leaf,
  serving,
  facts,
}: {
  leaf: LeafOf;
  serving: readonly string[];
  facts: LeafFacts;
}) {
  if ("trigger" in leaf) {
    const trigger = facts.triggers.find(({ code }) => code === leaf.trigger);
    return (
      <>
        {t("leaf.trigger")}{" "}
        <a href={asOfHref(`/conditions/${leaf.trigger}`)}>{trigger?.title ?? leaf.trigger}</a>
      </>
    );
  }
  if ("approval" in leaf) {
    const approval = facts.approvals.find(({ id }) => id === leaf.approval);
    if (!approval) return <>{t("leaf.approval")} –</>;
    const place = serving.includes(approval.id) ? "" : `/participants/${approval.participant}`;
    return (
      <>
        {t("leaf.approval")} <a href={asOfHref(`${place}#approvals`)}>{approval.body}</a>
        {approval.subject ? <span className="text-text font-semibold">, {approval.subject}</span> : null}
      </>
    );
  }
  const pledge = facts.pledges.find(({ reference }) => reference === leaf.pledge);
  const stage = domain(`stage.${leaf.atLeast}`);
  return (
    <>
      {t("leaf.pledge")} <PledgeLink reference={leaf.pledge} />{" "}
      {t(leaf.atLeast === "FULFILLED" ? "leaf.atFulfilled" : "leaf.atLeast", { stage })}
      {pledge ? <span className="text-muted">, {pledge.title}</span> : null}
    </>
  );
}

/** The leaf's state; `decides` comes first. */
export function LeafNote({ leaf, decides, facts }: { leaf: LeafOf; decides: boolean; facts: LeafFacts }) {
  const note = noteOf(leaf, facts);
  if (!decides) return <span>{note}</span>;
  const dormant = "trigger" in leaf && waitingFor(leaf.trigger, facts) === "DORMANT";
  return (
    <span className="text-muted">
      <Glyph
        name={dormant ? "dormant" : "blocked"}
        size={12}
        className={dormant ? "text-neutral" : "text-blocked"}
      />{" "}
      <strong className="text-text">{t(dormant ? "note.waits" : "note.blocks")}</strong>, {note}
    </span>
  );
}

export function noteOf(leaf: LeafOf, { triggers, approvals, pledges }: LeafFacts): string {
  if ("trigger" in leaf) return triggerNote(triggers.find(({ code }) => code === leaf.trigger));
  if ("approval" in leaf) return approvalNote(approvals.find(({ id }) => id === leaf.approval));
  return pledgeNote(pledges.find(({ reference }) => reference === leaf.pledge));
}

const waitingFor = (code: string, { triggers }: LeafFacts) =>
  triggers.find((one) => one.code === code)?.waiting ?? "BLOCKING";

function triggerNote(trigger: TriggerFact | undefined): string {
  if (!trigger) return t("note.strange");
  const { state, since } = trigger;
  if (state === "UNKNOWN") return t("note.notKnown");
  const name = state === "MET" ? "met" : "notMet";
  return since === null ? t(`note.${name}Bare`) : t(`note.${name}`, { day: shortDay(since) });
}

function approvalNote(approval: ApprovalFact | undefined): string {
  if (!approval) return t("note.strange");
  const { status, statusSince, scheduledFor, decidedOn } = approval;
  if (status === "UNKNOWN") return t("note.notKnown");
  const on = decidedOn ?? (status === "SCHEDULED" ? scheduledFor : null) ?? statusSince;
  const word = inSentence(domain(`approvalStatus.${status}`));
  return on === null
    ? t("note.approval", { status: word })
    : t("note.approvalOn", { status: word, day: shortDay(on) });
}

function pledgeNote(pledge: PledgeFact | undefined): string {
  if (!pledge) return t("note.strange");
  return pledge.voided ? t("note.void") : t("note.at", { stage: domain(`stage.${pledge.stage}`) });
}
