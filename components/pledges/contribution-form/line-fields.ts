/** What a contribution says, in the order in which it is told. */
export const LINE_FIELDS = [
  "kind",
  "domain",
  "location",
  "quantity",
  "money",
  "noticeToMoveDays",
  "availableFrom",
  "availableTo",
  "caveats",
] as const;
