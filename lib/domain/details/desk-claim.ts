import type { LinkField } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";

/** A claim of another desk's pledge about a participant, or a line of theirs, that waits for an answer. */
export interface DeskClaim extends Pick<Pledge, "reference" | "participant" | "title"> {
  field: LinkField | "sameAs";
  linked: string;
  /** Id of who claimed it. */
  by: string;
}
