// Words of the editor, made on the server: nested messages become keys with dots.
import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

export function conditionFormWords(): Words {
  const { form, condition, domain, "pledge-form": pledgeForm } = currentMessages();
  return {
    ...form,
    ...pledgeForm,
    ...flat(condition, ""),
    ...flat(
      { stage: domain.stage, triggerState: domain.triggerState, approvalStatus: domain.approvalStatus },
      "",
    ),
  };
}

interface Nested {
  readonly [key: string]: string | Nested;
}

function flat(messages: Nested, path: string): Record<string, string> {
  const entries = Object.entries(messages).flatMap(([key, message]) =>
    typeof message === "string"
      ? [[path + key, message] as const]
      : Object.entries(flat(message, `${path}${key}.`)),
  );
  return Object.fromEntries(entries);
}
