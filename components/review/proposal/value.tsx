// One side of a change, in words.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { ApprovalMark } from "@/components/pledges/approvals/approval-mark";
import { laterWords, valueWords } from "@/components/pledges/changes/value-words";
import { NotStated } from "@/components/ui/not-stated";
import { APPROVAL_STATUSES, type ApprovalStatus } from "@/lib/domain/pledge/approval";
import type { Json } from "@/lib/domain/base/canonical";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { STAGES, type Stage as StageName } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { ProposedLine } from "./line";
import { ProposedStage } from "./proposed-change";

const t = translator("review");

export function Value({
  field,
  value,
  side,
  from,
  facts,
}: {
  field: string;
  value: Json;
  from?: Json;
  side: "from" | "to";
  facts: LeafFacts;
}) {
  if (/^contributions\.\d+$/.test(field)) {
    if (value === null)
      return <span className="text-muted">{t(side === "from" ? "change.added" : "change.takenOff")}</span>;
    return <ProposedLine line={value as unknown as Contribution} />;
  }
  if (field === "voided" && value === null) return t("change.notVoid");
  if (value === null) return <NotStated>{translator("ui")("noneOnRecord")}</NotStated>;
  if ((field === "stage" || field === "suspendedFrom") && isOf(STAGES, value))
    return <ProposedStage of={value as StageName} />;
  if (field === "status" && isOf(APPROVAL_STATUSES, value))
    return <ApprovalMark status={value as ApprovalStatus} />;
  if (field === "supersededBy" && typeof value === "string") return <PledgeLink reference={value} />;
  return from === undefined ? valueWords(field, value, facts) : laterWords(field, from, value, facts);
}

const isOf = (known: readonly string[], value: Json): boolean =>
  typeof value === "string" && known.includes(value);
