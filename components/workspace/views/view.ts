import type { SavedView } from "@/lib/domain/people/saved-view";

/** With what whoever looks may do, and whether its list still knows all that it asks for. */
export interface ViewRow extends SavedView {
  understood: boolean;
  may: { change: boolean; takeDown: boolean };
}
