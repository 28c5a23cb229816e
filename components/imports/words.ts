import { IMPORT_FIELDS } from "@/lib/domain/import/import-columns";
import { LARGEST_FILE } from "@/lib/domain/pledge/file";
import { MOST_COLUMNS, MOST_ROWS } from "@/lib/domain/import/import";
import { numberInWords } from "@/lib/i18n/numbers";
import { currentMessages, translator, type Messages } from "@/lib/i18n/translator";

const t = translator("imports");

/** One form's words, with those that all forms have. */
export const importFormWords = <P extends Part>(part: P): ImportFormWords<P> => ({
  ...currentMessages().form,
  ...currentMessages().imports[part],
});

type Part = "new" | "sheet" | "mapping" | "mend" | "run" | "undo" | "progress" | "discard";
export type ImportFormWords<P extends Part> = Messages["form"] & Messages["imports"][P];

export const fieldOptions = () => IMPORT_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }));

export const limitWords = (): string =>
  t("limits", {
    size: LARGEST_FILE / 1_000_000,
    rows: numberInWords(MOST_ROWS),
    columns: MOST_COLUMNS,
  });
