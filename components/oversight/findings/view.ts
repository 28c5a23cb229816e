import { viewHref } from "@/components/ui/address/view-href";
import type { FindingState, FindingFilter } from "@/lib/domain/oversight/finding";
import { recordKey, type RecordKey } from "@/lib/domain/oversight/record-key";

export type FindingsView = Omit<FindingFilter, "after" | "limit">;

/** The states of the usual view. */
const STANDING: readonly FindingState[] = ["OPEN", "ANSWERED"];
export const EVERY_FINDING_STATE: readonly FindingState[] = ["OPEN", "ANSWERED", "CLOSED"];

export const findingsHref = ({ state, about, q }: Partial<FindingsView>, cursor?: string): string =>
  viewHref("/findings", {
    state: state && isStanding(state) ? [] : state,
    about,
    q,
    cursor,
  });

export const allOnHref = (about: RecordKey): string =>
  findingsHref({ about: recordKey(about), state: [...EVERY_FINDING_STATE] });

/** Whether the view differs from the usual one. */
export const hasFindingsFilter = (view: FindingsView): boolean => findingsHref(view) !== findingsHref({});

/** A box shows no choice where the usual states are chosen. */
export const chosenIn = (state: readonly FindingState[]): readonly FindingState[] =>
  isStanding(state) ? [] : state;

const isStanding = (state: readonly FindingState[]): boolean =>
  state.length === STANDING.length && STANDING.every((one) => state.includes(one));
