import type { LinkField } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";

/** What another desk's pledge says of a participant, and waits for an answer. */
export interface DeskClaim extends Pick<Pledge, "reference" | "participant" | "title"> {
  field: LinkField;
  linked: string;
  /** Id of who claimed it. */
  by: string;
}
