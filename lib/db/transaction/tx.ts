import type { Action, EntityType } from "@/lib/domain/base/audit";
import type { Instant } from "@/lib/domain/base/day";
import type { KnownProposal, NewProposal } from "@/lib/domain/proposals/proposal";
import type { Result } from "@/lib/domain/base/result";
import type { Source } from "@/lib/domain/pledge/source";
import type { RuleSettings } from "@/lib/domain/people/register";
import type { RecordOf } from "../records/record-of";
import type { RecordsIn } from "./tx/records";
import type { TransactionChanges } from "./trigger-changes";
import type { ShownWithPledges } from "./pledge-context";
import type { Happening } from "./save";
import type { NumberSealing } from "./sealed-numbers";
import type { TechnicalRows } from "./technical-rows";

export interface Tx extends RecordsIn, ShownWithPledges, TechnicalRows, TransactionChanges, NumberSealing {
  /** The register's time in this transaction, and its day. */
  readonly at: Instant;
  readonly today: string;
  readonly settings: RuleSettings;
  /** Code of the trigger whose change is being prepared. */
  readonly triggerAhead: string | null;
  /**
   * Writes the whole record with the next version (`updatedAt` becomes the transaction's time), and appends its event
   * at the end. `before` is the locked record, null for a new one. Returns the saved record.
   */
  save<E extends EntityType>(
    entity: E,
    before: RecordOf[E] | null,
    after: RecordOf[E],
    event: { action: Action; reason?: string | null },
  ): Promise<RecordOf[E]>;
  /** The same for many new records: one event each, in as few statements as possible. */
  saveNew<E extends EntityType>(
    entity: E,
    records: readonly RecordOf[E][],
    eventOf: (record: RecordOf[E]) => Happening,
  ): Promise<RecordOf[E][]>;
  /** For changes that this person may not make alone; the subject must be locked. */
  propose(proposed: NewProposal, reason: string | null): Promise<Result<KnownProposal>>;
  /** An existing source with the same content, else a new one. */
  sourceOnRecord(document: Omit<Source, "id" | "version" | "createdAt">): Promise<Source>;
  sourcesOnRecord(documents: readonly Omit<Source, "id" | "version" | "createdAt">[]): Promise<Source[]>;
}
