// Words of the forms about webhooks: the browser gets only these.
import type { Option } from "@/components/form/words";
import { WEBHOOK_TYPES } from "@/lib/domain/log/webhook";
import { currentMessages, translator } from "@/lib/i18n/translator";

const audit = translator("audit");

export type WebhookWords = ReturnType<typeof webhookWords>;

export const webhookWords = () => ({ ...currentMessages().form, ...currentMessages().webhooks.form });

export const hearsOptions = (): Option[] =>
  WEBHOOK_TYPES.map((type) => ({ value: type, label: audit(`type.${type}`) }));
