// The tables of the records themselves, in the order in which they are told.
import { conditions, contributions, evidence, pledges } from "./pledges";
import type { RecordTable } from "./record-table";
import { approvals, deliveries, offers, participants, requirements, sources, triggers } from "./records";

export const RECORD_TABLES: readonly RecordTable[] = [
  pledges,
  contributions,
  evidence,
  conditions,
  approvals,
  sources,
  participants,
  triggers,
  requirements,
  offers,
  deliveries,
];
