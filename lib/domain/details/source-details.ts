// A source and the pledges that rest on it: which ones, and what each takes from it.
import type { Evidence } from "../pledge/evidence";
import type { Source } from "../pledge/source";
import type { Stage } from "../pledge/stages";

export interface Citation extends Omit<Evidence, "source"> {
  /** Reference of the pledge; the fields below are of that pledge too. */
  pledge: string;
  title: string;
  stage: Stage;
  voided: boolean;
}

export interface SourceRow extends Source {
  /** How many pledges rest on it, for or against. */
  pledges: number;
}

export interface SourceDetails extends SourceRow {
  /** The captured text. */
  text: string | null;
  evidence: Citation[];
  /** Ids of files retracted by now, even where an earlier moment is shown. */
  withheld: string[];
}
