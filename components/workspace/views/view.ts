import type { SavedView } from "@/lib/domain/people/saved-view";

/** With what the user may do. `understood`: its list still knows all of its parameters. */
export interface ViewRow extends SavedView {
  understood: boolean;
  may: { change: boolean; takeDown: boolean };
}
