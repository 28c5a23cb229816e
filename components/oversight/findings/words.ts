// Words of the forms about findings: the browser gets only these.
import { currentMessages } from "@/lib/i18n/translator";

export type FindingWords = ReturnType<typeof findingWords>;

export const findingWords = () => ({ ...currentMessages().form, ...currentMessages().findings.form });
