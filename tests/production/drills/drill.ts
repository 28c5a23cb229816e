import type { Stack } from "../stack/stack";

/** What happens to production while people write. */
export interface Drill {
  name: string;
  /** A process dies through which requests go: connections to it break. */
  kills: boolean;
  /** Throws when production doesn't come back. */
  run(stack: Stack): Promise<void>;
}
