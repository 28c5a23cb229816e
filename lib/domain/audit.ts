// Every kind of event the log can hold, and the records it speaks of.
export const ENTITY_TYPES = [
  "register", "participant", "person", "source", "pledge", "approval", "comment", "baseline", "proposal", "ruling",
  "handover", "access", "trigger", "requirement", "offer", "delivery", "scenario",
] as const; // prettier-ignore
export type EntityType = (typeof ENTITY_TYPES)[number];

export const ACTIONS = [
  "register.founded", "register.settings-changed",
  "participant.recorded", "participant.changed",
  "person.created", "person.changed", "person.disabled", "person.enabled",
  "person.link-made", "person.password-set", "person.signed-out",
  "person.second-factor-set", "person.second-factor-removed", "person.recovery-codes-renewed",
  "source.recorded",
  "pledge.logged", "pledge.changed", "pledge.stage-set", "pledge.confirmed", "pledge.voided", "pledge.linked",
  "pledge.evidence-added", "pledge.evidence-retracted",
  "approval.recorded", "approval.changed",
  "comment.written",
  "baseline.named",
  "proposal.made", "proposal.approved", "proposal.returned", "proposal.withdrawn", "proposal.replaced",
  "ruling.made",
  "handover.made",
  "access.sealed",
  "trigger.recorded", "trigger.changed",
  "requirement.recorded", "requirement.changed", "requirement.closed", "offer.made", "offer.withdrawn",
  "delivery.reported", "delivery.confirmed", "delivery.retracted",
  "scenario.made", "scenario.changed", "scenario.withdrawn",
] as const; // prettier-ignore
export type Action = (typeof ACTIONS)[number];
