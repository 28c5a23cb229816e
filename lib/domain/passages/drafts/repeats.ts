// Which earlier pledge a repetition is about.
import { amountKey } from "./amount-key";
import type { DraftedContent, EarlierPledge, RepeatedPledge } from "./statement";

export function asRepeats(content: DraftedContent, earlier: readonly EarlierPledge[]): RepeatedPledge[] {
  const own = earlier.filter(({ participant }) => participant === content.participant);
  const key = amountKey(content);
  const same = own.filter(({ contributions }) =>
    contributions.some((one) => (key === null ? one.kind === content.kind : amountKey(one) === key)),
  );
  return [{ ...content, earlier: same.length === 1 ? (same[0]?.reference ?? null) : null }];
}
