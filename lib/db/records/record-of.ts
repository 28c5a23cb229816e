import type { AccessSeal } from "@/lib/domain/log/access";
import type { Finding } from "@/lib/domain/oversight/finding";
import type { Export } from "@/lib/domain/log/export";
import type { ImportRecord } from "@/lib/domain/import/import";
import type { Handover } from "@/lib/domain/people/handover";
import type { Comment } from "@/lib/domain/proposals/comment";
import type { Person } from "@/lib/domain/people/person";
import type { SnapshotRecords } from "@/lib/domain/history/record-from-log";
import type { Scenario } from "@/lib/domain/history/scenarios/scenario";

export interface RecordOf extends SnapshotRecords {
  person: Person;
  comment: Comment;
  handover: Handover;
  access: AccessSeal;
  scenario: Scenario;
  finding: Finding;
  export: Export;
  import: ImportRecord;
}
