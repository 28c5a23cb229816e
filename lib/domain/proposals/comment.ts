import type { Instant } from "../base/day";
import type { SuggestedChange } from "./suggestion";

export interface Comment {
  id: string;
  pledge: string;
  authorId: string;
  text: string;
  /** Of a comment that suggests a change. */
  suggestion?: SuggestedChange;
  version: number;
  createdAt: Instant;
}
