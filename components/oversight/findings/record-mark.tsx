import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import type { TitledRecord } from "@/lib/domain/oversight/record-key";

/** The coalition mark of a pledge, or of the pledge whose page shows the record. */
export const RecordMark = ({ record: { kind, key, within } }: { record: TitledRecord }) => (
  <CoalitionMark reference={kind === "pledge" ? key : within} />
);
