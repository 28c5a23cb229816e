// Words of the forms about findings: the browser gets only these.
import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

export const findingWords = (): Words => ({ ...currentMessages().form, ...currentMessages().findings.form });
