// What holds others up, and the one next action about it.
import { leafHref } from "@/components/conditions/conditions/view";
import { viewHref } from "@/components/ui/address/view-href";
import type { Day } from "@/lib/domain/base/day";
import { factOfPledge, type ApprovalFact } from "@/lib/domain/conditions/leaf-facts";
import type { Leaf } from "@/lib/domain/pledge/condition";
import type { ShownMatter } from "@/lib/domain/unresolved/what-matters";
import { dayInWords } from "@/lib/i18n/dates";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("matters");
const domain = translator("domain");

export interface NextStepLink {
  label: string;
  href: string;
}

export interface LineGiven {
  names: Readonly<Record<string, string>>;
  today: Day;
  /** Whether the reader asks questions and changes records; others only read. */
  mayAct: boolean;
}

export interface HeldWords {
  /** Of the pledge, or the pledges, it is about. */
  reference: string | null;
  what: string;
  href: string;
  action: NextStepLink;
}

/** Pledges of a deadlock that a line names. */
const MOST_NAMED = 3;

type HoldsUpMatter = Extract<ShownMatter, { kind: "holds-up" }>;

export function heldWords({ what, facts, pledges }: HoldsUpMatter, given: LineGiven): HeldWords {
  if ("cycle" in what) {
    const href = "/conditions#deadlocks";
    const parties = listWords(what.cycle.participants.map((code) => given.names[code] ?? code));
    return {
      reference: what.cycle.pledges.slice(0, MOST_NAMED).join(", "),
      what: t("holdsUp.deadlock", { parties }),
      href,
      action: { label: t("action.deadlock"), href },
    };
  }
  const { leaf } = what;
  if ("approval" in leaf) {
    const approval = facts.approvals.find(({ id }) => id === leaf.approval);
    return approvalWords(leaf, approval, approval?.serves[0] ?? pledges[0] ?? null, given);
  }
  if ("pledge" in leaf) {
    const pledge = factOfPledge(leaf.pledge, facts);
    const reference = pledge?.reference ?? leaf.pledge;
    const name = given.names[pledge?.participant ?? ""] ?? reference;
    return {
      reference,
      what: t("holdsUp.pledge", {
        stage: domain(`stage.${leaf.atLeast}`),
        title: pledge?.title ?? reference,
      }),
      href: `/pledges/${reference}`,
      action: given.mayAct
        ? { label: t("action.askFor", { name }), href: askAbout(reference) }
        : seeWho(leaf),
    };
  }
  const trigger = facts.triggers.find(({ code }) => code === leaf.trigger);
  const key = trigger?.state === "UNKNOWN" ? "triggerUnknown" : "trigger";
  const title = trigger?.title ?? leaf.trigger;
  return {
    reference: null,
    what: t(`holdsUp.${key}`, { title }),
    href: leafHref(leaf),
    action: seeWho(leaf),
  };
}

/** `about`: the pledge that a question or a result is for. */
function approvalWords(
  leaf: Leaf,
  approval: ApprovalFact | undefined,
  about: string | null,
  { today, mayAct }: LineGiven,
): HeldWords {
  const { status, scheduledFor, body } = approval ?? { status: "UNKNOWN", scheduledFor: null, body: "?" };
  const isPast = status === "SCHEDULED" && scheduledFor !== null && scheduledFor < today;
  const key = isPast ? "past" : status === "APPROVED" || status === "NOT_REQUIRED" ? "UNKNOWN" : status;
  const day = scheduledFor === null ? "" : dayInWords(scheduledFor);
  const action = (): NextStepLink => {
    if (!mayAct || !approval || about === null) return seeWho(leaf);
    if (isPast) return { label: t("action.result"), href: `/pledges/${about}/approvals/${approval.id}` };
    if (status === "UNKNOWN") return { label: t("action.date"), href: askAbout(about, "APPROVAL_UNKNOWN") };
    if (status === "REQUIRED" || status === "TABLED")
      return { label: t("action.date"), href: askAbout(about, "APPROVAL_PENDING") };
    return seeWho(leaf);
  };
  return {
    reference: about,
    what: t(`holdsUp.approval.${key}`, { body, day }),
    href: leafHref(leaf),
    action: action(),
  };
}

const seeWho = (leaf: Leaf): NextStepLink => ({ label: t("action.leaf"), href: leafHref(leaf, "necessary") });

export const askAbout = (about: string, code?: string): string => viewHref("/questions/new", { about, code });
