/** A contribution's fields, in the order in which they are shown. */
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
