// Whom each change of a record is told to. Kinds of record that aren't named here are told to nobody.
import type { EntityType } from "@/lib/domain/base/audit";
import {
  tellsOfApproval,
  tellsOfFinding,
  tellsOfParticipant,
  tellsOfPledge,
  tellsOfProposal,
  tellsOfTrigger,
  tellsOnPledge,
  type Tell,
} from "@/lib/domain/notices/tell";
import type { RecordOf } from "../records/record-of";

export const tellsOf = <E extends EntityType>(
  entity: E,
  before: RecordOf[E] | null,
  after: RecordOf[E],
): Tell[] => TELLS[entity]?.(before, after) ?? [];

const TELLS: {
  [E in EntityType]?: (before: RecordOf[E] | null, after: RecordOf[E]) => Tell[];
} = {
  pledge: tellsOfPledge,
  approval: tellsOfApproval,
  proposal: (_before, after) => tellsOfProposal(after),
  comment: (_before, after) => tellsOnPledge(after),
  delivery: (_before, after) => tellsOnPledge(after),
  ruling: (_before, after) => tellsOnPledge(after),
  offer: (_before, after) => tellsOnPledge(after),
  finding: (_before, after) => tellsOfFinding(after),
  trigger: (_before, after) => tellsOfTrigger(after),
  participant: (_before, after) => tellsOfParticipant(after),
};
