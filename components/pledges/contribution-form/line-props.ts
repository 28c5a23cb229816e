// What the parts of a contribution's form are given.
import type { DraftLine } from "../pledge-form/draft";
import type { FormOptions, PledgeFormWords } from "../pledge-form/options";

export interface LineProps {
  line: DraftLine;
  /** Path of the line. */
  at: string;
  set: (change: Partial<DraftLine>) => void;
  options: FormOptions;
  words: PledgeFormWords;
}
