import type { EntityType } from "@/lib/domain/base/audit";
import type { RecordOf } from "./record-of";
import { accessStore } from "./access";
import { approvalStore } from "./approval";
import { baselineStore } from "./baseline";
import { commentStore } from "./comment";
import { deliveryStore } from "./delivery";
import { exportStore } from "./export";
import { findingStore } from "./finding";
import { handoverStore } from "./handover";
import { importStore } from "./import";
import { offerStore } from "./offer";
import { participantStore } from "./participant";
import { personStore } from "./person";
import { pledgeStore } from "./pledge";
import { proposalStore } from "./proposal";
import { questionStore } from "./question";
import { registerStore } from "./register";
import { requirementStore } from "./requirement";
import { rulingStore } from "./ruling";
import { scenarioStore } from "./scenario";
import { sourceStore } from "./source";
import type { RecordStore } from "./store";
import { triggerStore } from "./trigger";

export const STORES: { readonly [E in EntityType]: RecordStore<RecordOf[E]> } = {
  register: registerStore,
  participant: participantStore,
  person: personStore,
  source: sourceStore,
  pledge: pledgeStore,
  approval: approvalStore,
  comment: commentStore,
  baseline: baselineStore,
  proposal: proposalStore,
  ruling: rulingStore,
  handover: handoverStore,
  access: accessStore,
  trigger: triggerStore,
  requirement: requirementStore,
  offer: offerStore,
  delivery: deliveryStore,
  scenario: scenarioStore,
  finding: findingStore,
  question: questionStore,
  export: exportStore,
  import: importStore,
};
