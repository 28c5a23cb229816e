import type { GlyphName } from "@/components/ui/marks/glyph";
import { StatusMark, type Family } from "@/components/ui/marks/mark";
import type { ApprovalStatus } from "@/lib/domain/pledge/approval";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

const MARKS: Record<ApprovalStatus, readonly [GlyphName, Family]> = {
  UNKNOWN: ["unknown", "waiting"],
  NOT_REQUIRED: ["declined", "neutral"],
  REQUIRED: ["waiting", "waiting"],
  TABLED: ["waiting", "waiting"],
  SCHEDULED: ["waiting", "waiting"],
  APPROVED: ["true", "done"],
  REJECTED: ["false", "blocked"],
  LAPSED: ["lapsed", "blocked"],
};

export function ApprovalMark({ status }: { status: ApprovalStatus }) {
  const [glyph, family] = MARKS[status];
  return (
    <StatusMark glyph={glyph} family={family}>
      {domain(`approvalStatus.${status}`)}
    </StatusMark>
  );
}
