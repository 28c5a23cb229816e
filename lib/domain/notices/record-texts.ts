// Facts read from any record of the log: its participant, and its text.
import type { EntityType } from "../base/audit";
import type { Json } from "../base/canonical";
import type { Finding } from "../oversight/finding";
import { isAboutRecord, type AccountProposal, type AnyProposal } from "../proposals/account";
import { recordNameOf } from "../log/record-name";

/** Null: the record belongs to no participant. */
export function participantIn(type: EntityType, record: Json): string | null {
  const own = memberOf(record, "participant");
  if (typeof own === "string") return own;
  const pledge = type === "offer" ? recordNameOf(type, record).title : recordNameOf(type, record).reference;
  return OF_A_PLEDGE.includes(type) && pledge !== null ? (pledge.split("-")[0] ?? null) : null;
}

const OF_A_PLEDGE: readonly EntityType[] = ["pledge", "comment", "ruling", "delivery", "offer"];

/** The text of a comment or a finding, or of the finding's last entry. */
export function writtenIn(type: EntityType, record: Json): string | null {
  if (type === "comment") return textIn(record, "text");
  if (type !== "finding") return null;
  const { text, entries } = record as unknown as Finding;
  return entries.at(-1)?.text ?? text;
}

/** Whose account a proposal is about, and what it asks for; null: the record is no such proposal. */
export function askedOfAccount(
  type: EntityType,
  record: Json,
): Pick<AccountProposal, "subjectId" | "wish"> | null {
  if (type !== "proposal") return null;
  const proposal = record as unknown as AnyProposal;
  return isAboutRecord(proposal) ? null : { subjectId: proposal.subjectId, wish: proposal.wish };
}

function textIn(record: Json, field: string): string | null {
  const value = memberOf(record, field);
  return typeof value === "string" ? value : null;
}

const memberOf = (record: Json, field: string): unknown =>
  record !== null && typeof record === "object" && !Array.isArray(record)
    ? Reflect.get(record, field)
    : undefined;
