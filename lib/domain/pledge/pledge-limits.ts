/** Longest texts of a pledge, for every way they are entered. */
export const TEXT_LIMITS = {
  title: 120,
  summary: 2_000,
  authorisedBy: 200,
  nextAction: 300,
  reason: 2_000,
  asStated: 200,
  quote: 4_000,
  publisher: 200,
  url: 2_000,
  sourceTitle: 500,
  noticeToMoveDays: 3_650,
} as const;
