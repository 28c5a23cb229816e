// What a changed field is called. A line of a pledge is told by its kind and its number.
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { FieldChange } from "@/lib/domain/proposals/history";
import type { Review } from "@/lib/domain/proposals/review";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("review");

/** Evidence has a place of its own, and the reason stands above. */
export const isTold = ({ field }: FieldChange): boolean =>
  !field.startsWith("evidence") && field !== "stageReason";

/** The lines that a field's number counts: those of the later record, or where one is gone, of the earlier. */
export function changedLines({ subject }: Review, { to, field }: FieldChange): readonly Contribution[] {
  if (subject.kind === "approval") return [];
  const { pledge, wish } = subject;
  if (to === null && LINE.test(field)) return pledge.contributions;
  return (wish.do === "void" ? undefined : wish.changes.contributions) ?? pledge.contributions;
}

/** `of`: the line it belongs to. */
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
