// What a readable row leads to: a pledge logged at a stage its desk may set itself. If its own stage needs a decision,
// that stage is proposed.
import { whyNotChange, type Actor } from "../people/actor";
import { meetsRequirement, NO_STAGE_FACTS } from "../pledge/evidence-requirements";
import type { Day, Instant } from "../base/day";
import { CONTRIBUTION_FIELDS } from "../pledge/contribution";
import { unstatedIn } from "../base/field";
import { PLEDGE_PIECE_FIELDS, type Evidence } from "../pledge/evidence";
import type { ImportRow, RowContribution } from "./import-row";
import type { CellMessage } from "./row-messages";
import { lineNamed } from "./named-line";
import { loggedPledge, type StatedPledge, type Pledge } from "../pledge/pledge";
import { linksTo } from "../pledge/link";
import { valuesOf } from "../pledge/pledge-fields";
import { decideStage, LOGGED_AT } from "../pledge/stage";
import { sameAsLine, type NamedLine } from "../pledge/same-as";
import { isOnLadder, type Stage } from "../pledge/stages";

export interface RowPlan {
  loggedAt: Stage;
  /** The stage for another person's decision; null: none is needed. */
  proposes: Stage | null;
  /** The line that is the same unit or sum as its own. */
  sameAs: NamedLine | null;
}

export interface RowDay {
  at: Instant;
  today: Day;
  timeZone: string;
}

/** Or why it can't be imported, with the cell concerned. `named`: the pledges on record that rows name, by reference. */
export function planRow(
  actor: Actor,
  row: ImportRow,
  when: RowDay,
  named: ReadonlyMap<string, Pledge>,
): RowPlan | CellMessage {
  const why = whyNotChange(actor, row.participant);
  if (why) return { field: "participant", code: why, params: { participant: row.participant } };
  const evidence = row.evidence ? [pieceOf(row.evidence, NOBODY, NOBODY, when.at)] : [];
  const loggedAt = (LOGGED_AT as readonly Stage[]).includes(row.stage) ? row.stage : "PLEDGED";
  const lacking = (stage: Stage): CellMessage => ({
    field: "stage",
    code: "evidence-missing",
    params: { stage, kind: row.evidence?.kind ?? "none" },
  });
  if (row.evidence === null) return lacking(row.stage);
  if (loggedAt !== row.stage && !isOnLadder(row.stage))
    return { field: "stage", code: "way-out", params: { stage: row.stage } };
  if (!meetsRequirement(evidence, loggedAt, when.today, when.timeZone)) return lacking(loggedAt);
  const sameAs = lineNamed(row, hasLine(row, loggedAt), named);
  if (sameAs && "code" in sameAs) return sameAs;
  if (loggedAt === row.stage) return { loggedAt, proposes: null, sameAs };
  const pledge = plannedPledge(actor, row, loggedAt, {
    id: NOBODY,
    reference: "",
    evidence,
    line: NOBODY,
    sameAs,
    ...when,
  });
  const context = { ...NO_STAGE_FACTS, actionable: row.condition === null, ...when };
  const step = decideStage(actor, pledge, { to: row.stage, reason: "given", successor: null }, context);
  if (step.ok) return { loggedAt, proposes: row.stage, sameAs };
  const { code } = step.refusal;
  return code === "evidence-missing"
    ? lacking(row.stage)
    : { field: "stage", code, params: { stage: row.stage } };
}

export const isPlanned = (plan: RowPlan | CellMessage): plan is RowPlan => "loggedAt" in plan;

export function plannedPledge(
  actor: Actor,
  row: ImportRow,
  stage: Stage,
  {
    line,
    sameAs = null,
    ...coming
  }: {
    id: string;
    reference: string;
    line: string;
    sameAs?: NamedLine | null;
    evidence: Evidence[];
    at: Instant;
    today: Day;
  },
): Pledge {
  const stated: StatedPledge = {
    participant: row.participant,
    priority: row.priority,
    ...valuesOf(row),
    jointWith: linksTo(actor, [], row.jointWith ?? []),
    onBehalfOf: linksTo(actor, [], row.onBehalfOf ?? []),
    stage,
    reason: row.reason ?? row.summary ?? row.title,
    lastConfirmedOn: row.statedOn,
    condition: row.condition,
    contributions: hasLine(row, stage)
      ? [
          {
            ...{ id: line, ...UNSTATED_LINE, ...row.contribution, caveats: [] },
            ...{ quantity: row.quantity, money: row.money },
            sameAs: sameAs && sameAsLine(actor, null, sameAs),
          },
        ]
      : [],
  };
  return loggedPledge(stated, coming);
}

/** A refusal contributes nothing, whatever amount was written. */
const hasLine = <R extends Pick<ImportRow, "contribution" | "money" | "quantity">>(
  row: R,
  stage: Stage,
): row is R & { contribution: RowContribution } =>
  row.contribution !== null &&
  !(stage === "DECLINED" && row.money === null && row.quantity.kind === "NOT_STATED");

export const pieceOf = (
  { source, ...piece }: NonNullable<ImportRow["evidence"]>,
  id: string,
  sourceId: string,
  at: Instant,
): Evidence => ({
  id,
  source: { id: sourceId, ...source },
  ...UNSTATED_PIECE,
  ...piece,
  recordedAt: at,
  retracted: null,
});

const UNSTATED_LINE = unstatedIn(CONTRIBUTION_FIELDS);
const UNSTATED_PIECE = unstatedIn(PLEDGE_PIECE_FIELDS);
const NOBODY = "00000000-0000-0000-0000-000000000000";
