import { currentMessages } from "@/lib/i18n/translator";

export type ViewFormWords = ReturnType<typeof viewFormWords>;

export const viewFormWords = () => ({ ...currentMessages().form, ...currentMessages().views.form });
