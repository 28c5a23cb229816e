// In the order in which they are listed.
import { conditionsTable, contributions, evidenceTable, pledgesTable } from "./pledges";
import type { RecordTable } from "./record-table";
import {
  approvalsTable,
  deliveriesTable,
  offersTable,
  participantsTable,
  requirementsTable,
  sourcesTable,
  triggersTable,
} from "./records";

export const RECORD_TABLES: readonly RecordTable[] = [
  pledgesTable,
  contributions,
  evidenceTable,
  conditionsTable,
  approvalsTable,
  sourcesTable,
  participantsTable,
  triggersTable,
  requirementsTable,
  offersTable,
  deliveriesTable,
];
