export const BELOW_THE_BAR =
  "bg-surface md:absolute md:inset-x-0 md:top-8 md:max-h-[calc(100vh-8rem)] md:overflow-y-auto max-md:my-3";
