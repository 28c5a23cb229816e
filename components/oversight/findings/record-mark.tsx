import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import type { TitledRecord } from "@/lib/domain/oversight/record-key";

/** The marking of a pledge, or of what stands on its page. */
export const RecordMark = ({ record: { kind, key, within } }: { record: TitledRecord }) => (
  <CoalitionMark reference={kind === "pledge" ? key : within} />
);
