// What one participant says it will or won't do on one priority. A pledge with its contributions and evidence is one
// record: one version, one event per change.
import { asksTheSame, type Condition } from "./condition";
import { canonical, type Json } from "../base/canonical";
import { CONTRIBUTION_FIELDS, type Contribution } from "./contribution";
import type { Day, Instant } from "../base/day";
import { holds, type Actor } from "../people/actor";
import type { Evidence } from "./evidence";
import { materialIn } from "../base/field";
import type { Priority } from "../base/priority";
import { confirmedIn, LINK_FIELDS, type PledgeLinks } from "./link";
import { confirmedLine } from "./same-as";
import { PLEDGE_FIELDS, VALUE_FIELDS, type PledgeValues } from "./pledge-fields";
import { atLeast, hasEnded, type OpenStage, type Stage } from "./stages";

/** What a person writes about a pledge, other than its stage and evidence. */
export interface PledgeContent extends PledgeValues, PledgeLinks {
  contributions: Contribution[];
  /** Null: it can start without any. */
  condition: Condition | null;
}

export interface Pledge extends PledgeContent {
  id: string;
  /** `FR-3-001`: participant, priority, running number; permanent, never reused. */
  reference: string;
  participant: string;
  priority: Priority;
  version: number;
  stage: Stage;
  stageReason: string | null;
  /** The day of the last change of stage, in the register's time zone. */
  stageSetOn: Day;
  /** The stage before suspension, to which it may resume. */
  suspendedFrom: OpenStage | null;
  /** The day of the step to PLEDGED. Null: it was logged at PLEDGED (then statedOn counts, or the day it was logged if that is earlier) or isn't there. */
  pledgedByStepOn: Day | null;
  lastConfirmedOn: Day | null;
  /** The day of the condition's last change, in the register's time zone; null without one. */
  conditionSetOn: Day | null;
  evidence: Evidence[];
  voided: { at: Instant; reason: string } | null;
  /** Reference of the pledge that replaced it. */
  supersededBy: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

/** The fields a link shows. */
export type NamedPledge = Pick<Pledge, "reference" | "title" | "stage">;

/** Keys of PledgeContent in the display order of forms and histories: single values first. */
export const CONTENT_FIELDS = [
  ...VALUE_FIELDS,
  ...LINK_FIELDS,
  "contributions",
  "condition",
] as const satisfies readonly (keyof PledgeContent)[];
export type ContentField = (typeof CONTENT_FIELDS)[number];

/** Bound in writing: from COMMITTED on, material changes need a decision. */
export function isBinding(pledge: Pick<Pledge, "stage" | "suspendedFrom">): boolean {
  const stage = pledge.stage === "SUSPENDED" ? pledge.suspendedFrom : pledge.stage;
  return stage !== null && atLeast(stage, "COMMITTED");
}

/**
 * Managers void a pledge, with a reason. From COMMITTED on, or once it has ended, its keepers propose voiding: one
 * person alone doesn't undo a decision. Null: not allowed.
 */
export function wayToVoid(
  actor: Actor,
  pledge: Pick<Pledge, "participant" | "voided" | "stage" | "suspendedFrom">,
): "at-once" | "propose" | null {
  if (pledge.voided !== null || !holds(actor, pledge.participant)) return null;
  if (isBinding(pledge) || hasEnded(pledge.stage)) return "propose";
  return actor.role === "MANAGER" ? "at-once" : null;
}

/**
 * Fields whose change needs a decision once the pledge is binding: quantities and their subject, money,
 * window, caveats, allocations; also the condition, which separates firm from conditional (but not who stated
 * it). Confirmed links to other participants, and to other lines of the same unit, count too: it is their
 * promise as well.
 */
export function materialChanges(before: PledgeContent, after: PledgeContent): ContentField[] {
  const changed: ContentField[] = MATERIAL.filter((name) => before[name] !== after[name]);
  for (const field of LINK_FIELDS)
    if (confirmedIn(before[field]).join() !== confirmedIn(after[field]).join()) changed.push(field);
  if (!asksTheSame(before.condition, after.condition)) changed.push("condition");
  if (weightOf(before.contributions) !== weightOf(after.contributions)) changed.push("contributions");
  return changed;
}

const MATERIAL = materialIn(PLEDGE_FIELDS);
const MATERIAL_IN_LINES = ["id", ...materialIn(CONTRIBUTION_FIELDS)] as const;

/** Independent of the order of lines, and of what a reader is shown of a sealed number. */
const weightOf = (contributions: readonly Contribution[]): string =>
  contributions
    .map((line) =>
      canonical(shownToNobody([...MATERIAL_IN_LINES.map((name) => line[name]), confirmedLine(line)])),
    )
    .sort()
    .join();

const shownToNobody = (value: unknown): Json =>
  JSON.parse(JSON.stringify(value, (name, part: unknown) => (name === "sealed" ? undefined : part))) as Json;

/** Either end, the pledge's own or a contribution's. */
export function hasWindow(
  pledge: Pick<PledgeContent, "windowStart" | "windowEnd" | "contributions">,
): boolean {
  return (
    pledge.windowStart !== null ||
    pledge.windowEnd !== null ||
    pledge.contributions.some((line) => line.availableFrom !== null || line.availableTo !== null)
  );
}

/** What the author of a new pledge states. */
export type StatedPledge = PledgeContent &
  Pick<Pledge, "participant" | "priority" | "stage"> & { reason: string | null; lastConfirmedOn: Day | null };

/** Its new identity, and when it is logged. */
export interface NewIdentity {
  id: string;
  reference: string;
  evidence: Evidence[];
  at: Instant;
  today: Day;
}

/** A statement may be dated ahead, a confirmation may not: such a pledge counts as confirmed today. */
export function loggedPledge(
  { reason, lastConfirmedOn, ...said }: StatedPledge,
  { id, reference, evidence, at, today }: NewIdentity,
): Pledge {
  return {
    id,
    reference,
    version: 1,
    stageReason: said.stage === "DECLINED" ? reason : null,
    stageSetOn: today,
    suspendedFrom: null,
    pledgedByStepOn: null,
    conditionSetOn: said.condition === null ? null : today,
    evidence,
    voided: null,
    supersededBy: null,
    lastConfirmedOn: lastConfirmedOn !== null && lastConfirmedOn > today ? today : lastConfirmedOn,
    createdAt: at,
    updatedAt: at,
    // Last, as it has none of the names above: if it came first, V8 would add the others slowly, one by one.
    ...said,
  };
}
