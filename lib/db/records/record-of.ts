// Every record the log speaks of, by its type.
import type { AccessSeal } from "@/lib/domain/access";
import type { Approval } from "@/lib/domain/approval";
import type { Delivery } from "@/lib/domain/delivery";
import type { Finding } from "@/lib/domain/finding";
import type { Export } from "@/lib/domain/export";
import type { ImportRecord } from "@/lib/domain/import";
import type { Handover } from "@/lib/domain/handover";
import type { Offer } from "@/lib/domain/offer";
import type { Participant } from "@/lib/domain/participant";
import type { Baseline, Comment, Person, Register } from "@/lib/domain/person";
import type { Pledge } from "@/lib/domain/pledge";
import type { Proposal } from "@/lib/domain/proposal";
import type { Question } from "@/lib/domain/question";
import type { Requirement } from "@/lib/domain/requirement";
import type { Ruling } from "@/lib/domain/ruling";
import type { Scenario } from "@/lib/domain/scenario";
import type { Source } from "@/lib/domain/source";
import type { Trigger } from "@/lib/domain/trigger";

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
