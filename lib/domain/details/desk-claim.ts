import type { LinkField } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";

/** What another desk's pledge says of a participant or of a line of theirs, and waits for an answer. */
export interface DeskClaim extends Pick<Pledge, "reference" | "participant" | "title"> {
  field: LinkField | "sameAs";
  linked: string;
  /** Id of who claimed it. */
  by: string;
}
