// Every record the log speaks of, by its type.
import type { AccessSeal } from "@/lib/domain/log/access";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Delivery } from "@/lib/domain/pledge/delivery";
import type { Finding } from "@/lib/domain/oversight/finding";
import type { Export } from "@/lib/domain/log/export";
import type { ImportRecord } from "@/lib/domain/import/import";
import type { Handover } from "@/lib/domain/people/handover";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Participant } from "@/lib/domain/people/participant";
import type { Baseline, Comment, Person, Register } from "@/lib/domain/people/person";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import type { Question } from "@/lib/domain/oversight/question";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import type { Ruling } from "@/lib/domain/proposals/ruling";
import type { Scenario } from "@/lib/domain/history/scenarios/scenario";
import type { Source } from "@/lib/domain/pledge/source";
import type { Trigger } from "@/lib/domain/pledge/trigger";

export interface RecordOf {
  register: Register;
  participant: Participant;
  person: Person;
  source: Source;
  pledge: Pledge;
  approval: Approval;
  comment: Comment;
  baseline: Baseline;
  proposal: Proposal;
  ruling: Ruling;
  handover: Handover;
  access: AccessSeal;
  trigger: Trigger;
  requirement: Requirement;
  offer: Offer;
  delivery: Delivery;
  scenario: Scenario;
  finding: Finding;
  question: Question;
  export: Export;
  import: ImportRecord;
}
