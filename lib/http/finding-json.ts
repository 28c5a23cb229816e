// A finding as JSON; authors have the names they had when they wrote.
import { stateOf, type Finding } from "@/lib/domain/oversight/finding";
import type { FindingRow, FindingDetails, FindingStep } from "@/lib/domain/oversight/finding-details";
import { recordKey } from "@/lib/domain/oversight/record-key";

export const findingRecordJson = (finding: Finding) => ({
  id: finding.id,
  reference: finding.reference,
  version: finding.version,
  state: stateOf(finding),
  about: recordKey(finding.about),
  text: finding.text,
  createdAt: finding.createdAt,
  updatedAt: finding.updatedAt,
});

export const findingRowJson = ({ finding, about, by, last }: FindingRow) => ({
  ...findingRecordJson(finding),
  title: about.title,
  by,
  last,
});

export const findingSheetJson = ({ story, may, ...row }: FindingDetails) => ({
  ...findingRowJson(row),
  story: story.map(stepJson),
  may,
});

const stepJson = ({ seq, at, by, does, text }: FindingStep) => ({ seq, at, by, does, text });
