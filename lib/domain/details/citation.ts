// A source seen from the other side: which pledges rest on it, and what they take from it.
import type { Evidence } from "../pledge/evidence";
import type { Source } from "../pledge/source";
import type { Stage } from "../pledge/stages";

export interface Citation extends Omit<Evidence, "source"> {
  /** Reference of the pledge; what follows is of it too. */
  pledge: string;
  title: string;
  stage: Stage;
  voided: boolean;
}

export interface SourceRow extends Source {
  /** How many pledges rest on it, be it for or against. */
  pledges: number;
}

export interface SourceSheet extends SourceRow {
  /** As it was captured. */
  text: string | null;
  evidence: Citation[];
  /** Ids of files that were retracted by now, also where a moment before is told. */
  withheld: string[];
}
