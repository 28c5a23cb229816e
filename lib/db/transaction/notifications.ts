// Who is notified of each record's change. Kinds not listed here notify nobody.
import type { Action, EntityType } from "@/lib/domain/base/audit";
import { isAboutRecord } from "@/lib/domain/proposals/account";
import {
  notificationsOfAccountProposal,
  notificationsOfApproval,
  notificationsOfComment,
  notificationsOfFinding,
  notificationsOfHandover,
  notificationsOfParticipant,
  notificationsOfPerson,
  notificationsOfPledge,
  notificationsOfProposal,
  notificationsOfTrigger,
  notificationsOnPledge,
  type Notification,
} from "@/lib/domain/notices/notification";
import type { RecordOf } from "../records/record-of";

export const notificationsFor = <E extends EntityType>(
  entity: E,
  before: RecordOf[E] | null,
  after: RecordOf[E],
  action: Action,
): Notification[] => TELLS[entity]?.(before, after, action) ?? [];

const TELLS: {
  [E in EntityType]?: (before: RecordOf[E] | null, after: RecordOf[E], action: Action) => Notification[];
} = {
  pledge: notificationsOfPledge,
  approval: notificationsOfApproval,
  person: notificationsOfPerson,
  proposal: (_before, after) =>
    isAboutRecord(after) ? notificationsOfProposal(after) : notificationsOfAccountProposal(after),
  comment: (_before, after) => notificationsOfComment(after),
  delivery: (_before, after) => notificationsOnPledge(after),
  ruling: (_before, after) => notificationsOnPledge(after),
  offer: (_before, after) => notificationsOnPledge(after),
  handover: (_before, after) => notificationsOfHandover(after),
  finding: (_before, after) => notificationsOfFinding(after),
  trigger: (_before, after) => notificationsOfTrigger(after),
  participant: (_before, after) => notificationsOfParticipant(after),
};
