import { buttonLook } from "@/components/ui/looks";

/** Given by the page, so that the bar's script is smaller. */
export interface BarLook {
  place: string;
  bar: string;
  act: string;
  /** Around the actions of one field. */
  aims: string;
  /** What selects the whole list, or says why nothing does. */
  whole: string;
  /** The form's frame, and where it opens. */
  form: string;
}

const ACT = buttonLook("plain min-h-7 py-0.5 whitespace-nowrap max-md:min-h-10");
/** On one line; those that don't fit are on a second, hidden one, which appears when one of them gets the focus. */
const AIMS = "-m-1.5 flex min-w-0 flex-wrap gap-x-3 gap-y-2 p-1.5 md:h-10 md:overflow-hidden";
/** Has the width that the others leave. */
const WHOLE = "md:block md:min-w-0 md:flex-1 md:truncate md:text-left in-data-peek:hidden";
const FORM =
  "border border-rule-strong rounded-sm bg-surface p-4 md:absolute md:inset-x-0 md:overflow-y-auto max-md:my-3";
const ON_PHONE =
  "max-md:fixed max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:z-5 max-md:h-auto max-md:flex-wrap max-md:border-t-2 max-md:border-rule-strong max-md:px-(--gutter) max-md:py-2";

/** Covers the head of the list, whose box stays in view: nothing moves. On a phone it is at the bottom of the window. */
export const LIST_BAR: BarLook = {
  place: "h-0 max-md:h-auto md:sticky md:top-(--topbar) md:z-5 noscript:hidden print:hidden",
  bar: `absolute top-0 -right-(--gutter) left-7 flex h-8 items-center gap-3 border-b border-rule-strong bg-surface pr-(--gutter) ${ON_PHONE}`,
  act: ACT,
  aims: AIMS,
  whole: WHOLE,
  form: `${FORM} md:top-8 md:max-h-[calc(100vh-8rem)]`,
};

/** For several tables on a page: at the bottom of the window, as long as one of them is in view. */
export const DESK_BAR: BarLook = {
  place: "mt-12 h-0 max-md:mt-0 max-md:h-auto md:sticky md:bottom-0 md:z-5 noscript:hidden print:hidden",
  bar: `absolute inset-x-0 bottom-0 flex min-h-11 flex-wrap items-center gap-x-3 border-y border-rule-strong bg-surface py-1 ${ON_PHONE}`,
  act: ACT,
  aims: AIMS,
  whole: WHOLE,
  form: `${FORM} md:bottom-11 md:max-h-[calc(100vh-12rem)]`,
};
