// Names of changed fields. A pledge's line is named by its kind and number.
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { FieldChange } from "@/lib/domain/proposals/history";
import type { Review } from "@/lib/domain/proposals/review";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("review");

/** Evidence and the reason are shown elsewhere on the page. */
export const isListedChange = ({ field }: FieldChange): boolean =>
  !field.startsWith("evidence") && field !== "stageReason";

/** The lines that a field's number counts: of the proposed record, or of the current one for a removed line. */
export function changedLines({ subject }: Review, { to, field }: FieldChange): readonly Contribution[] {
  if (subject.kind === "approval") return [];
  const { pledge, wish } = subject;
  if (to === null && LINE.test(field)) return pledge.contributions;
  return (wish.do === "void" ? undefined : wish.changes.contributions) ?? pledge.contributions;
}

/** `of`: the line that the field belongs to. */
export function changeName(
  field: string,
  lines: readonly Contribution[],
): { name: string; of: string | null } {
  const [, n = "", member] = NUMBERED.exec(field) ?? [];
  const line = n === "" ? undefined : lines[Number(n)];
  if (!line) return { name: fieldWords(field), of: null };
  const kind = translator("domain")(`contributionKind.${line.kind}`);
  const words = t("change.line", { n: Number(n) + 1, kind });
  return member === undefined ? { name: words, of: null } : { name: fieldWords(member), of: words };
}

const LINE = /^contributions\.\d+$/;
const NUMBERED = /^contributions\.(\d+)(?:\.(\w+))?$/;
