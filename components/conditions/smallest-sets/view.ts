import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { DECISIONS_PARAMETER, type StartFilter } from "@/lib/conditions/smallest-sets/filter";

/** The address at which the page runs the search. */
export const decisionsHref = (home: string, dormant: StartFilter["dormant"]): string =>
  asOfHref(viewHref(home, { [DECISIONS_PARAMETER]: dormant }, "decisions"));
