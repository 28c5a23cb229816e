import type { Option } from "@/components/form/words";
import type { Names } from "@/components/ui/names";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { WordField } from "@/lib/domain/import/file-answers";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { EVIDENCE_KINDS } from "@/lib/domain/pledge/evidence";
import { FURTHER_APPROVALS } from "@/lib/domain/pledge/pledge-fields";
import { STAGES } from "@/lib/domain/pledge/stages";
import { IMPORT_FIELDS } from "@/lib/domain/import/import-columns";
import { LARGEST_FILE } from "@/lib/domain/pledge/file";
import { MOST_COLUMNS, MOST_ROWS } from "@/lib/domain/import/import";
import { numberInWords } from "@/lib/i18n/numbers";
import type { Messages } from "@/lib/i18n/message-files";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { LEFT_OPEN } from "./left-open";

const t = translator("imports");
const domain = translator("domain");

/** One form's words, with those that all forms have. */
export const importFormWords = <P extends Part>(part: P): ImportFormWords<P> => ({
  ...currentMessages().form,
  ...currentMessages().imports[part],
});

type Part =
  | "new"
  | "sheet"
  | "questions"
  | "mapping"
  | "mend"
  | "compared"
  | "run"
  | "undo"
  | "progress"
  | "discard"
  | "handOver";
export type ImportFormWords<P extends Part> = Messages["form"] & Messages["imports"][P];

export const fieldOptions = () => IMPORT_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }));

export const limitWords = (): string =>
  t("limits", {
    size: LARGEST_FILE / 1_000_000,
    rows: numberInWords(MOST_ROWS),
    columns: MOST_COLUMNS,
  });

/** What a word of this field may mean. If a row may leave the field open, that is one of the options. */
export function wordOptions(field: WordField, names: Names): Option[] {
  const open = { value: LEFT_OPEN, label: t("questions.leaveOpen") };
  switch (field) {
    case "participant":
      return Object.entries(names.participants).map(([value, label]) => ({ value, label }));
    case "priority":
      return PRIORITIES.map((one) => ({
        value: String(one),
        label: `${String(one)} · ${domain.ofCode("priority", one)}`,
      }));
    case "stage":
      return STAGES.map((value) => ({ value, label: domain(`stage.${value}`) }));
    case "evidenceKind":
      return EVIDENCE_KINDS.map((value) => ({ value, label: domain(`evidenceKind.${value}`) }));
    case "kind":
      return [
        ...CONTRIBUTION_KINDS.map((value) => ({ value, label: domain(`contributionKind.${value}`) })),
        open,
      ];
    case "domain":
      return [...DOMAINS.map((value) => ({ value, label: domain(`domain.${value}`) })), open];
    case "location":
      return [...LOCATIONS.map((value) => ({ value, label: domain(`location.${value}`) })), open];
    case "furtherApproval":
      return [
        ...FURTHER_APPROVALS.map((value) => ({ value, label: domain(`furtherApproval.${value}`) })),
        open,
      ];
  }
}
