import { buttonLook } from "@/components/ui/looks";

/** The page gives it to the bar, whose script is then smaller. Covers the head of the list, whose box stays in view: nothing moves. On a phone it is at the bottom of the window. */
const BAR =
  "absolute top-0 -right-(--gutter) left-7 flex h-8 items-center gap-3 border-b border-rule-strong bg-surface pr-(--gutter) max-md:fixed max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:z-5 max-md:h-auto max-md:flex-wrap max-md:border-t-2 max-md:border-rule-strong max-md:px-(--gutter) max-md:py-2";

const ACT = buttonLook("plain min-h-7 py-0.5 max-md:min-h-10");

export const BAR_LOOK = { bar: BAR, act: ACT };
