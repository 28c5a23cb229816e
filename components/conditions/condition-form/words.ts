import { pledgeFormWords } from "@/components/pledges/pledge-form/options";
import { currentMessages } from "@/lib/i18n/translator";

export type ConditionFormWords = ReturnType<typeof conditionFormWords>;

export function conditionFormWords() {
  const { condition, domain } = currentMessages();
  const { stage, triggerState, approvalStatus } = domain;
  return { ...pledgeFormWords(), editor: condition, codes: { stage, triggerState, approvalStatus } };
}
