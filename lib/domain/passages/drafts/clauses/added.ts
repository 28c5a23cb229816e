// A thing without a number after the last amount of a clause.
import type { TextSpan } from "../../../base/sentences";
import { domainOfKind, type NamedKind } from "../kinds";
import type { PledgedItem } from "../statement";

/** "two batteries and missiles for them": what is added to the last amount without a number. */
export function addedBehind(
  { end }: TextSpan,
  kinds: readonly NamedKind[],
  items: readonly PledgedItem[],
  plain: string,
): PledgedItem[] {
  const added = kinds.find(({ start }) => start >= end && ADDS.test(plain.slice(end, start)));
  if (!added || added.kind === "FUNDING" || items.some(({ kind }) => kind === added.kind)) return [];
  const { start, end: to, kind } = added;
  const what = { start, end: to };
  return [{ kind, domain: domainOfKind(kind), quantity: null, money: null, what, amount: [] }];
}
const ADDS =
  /^(?: [\p{L}\d/«»"-]+){0,2}(?:,? (?:and|as well as|plus|together with|along with|et|ainsi que|de même que|avec|і|й|та|разом (?:із|з)|плюс)|, а також)(?: (?:the|an?|une?|their|its|some|more|further|additional|des|les|leurs|ses|de|de nouvelles|нові|відповідні|додаткові|необхідні|команду|групу|взвод|загін|партію)){0,2}(?: l'| \p{L}+-)? ?$/u;
