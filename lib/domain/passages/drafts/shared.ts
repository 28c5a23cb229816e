// Who promises which of a clause's things: each its own, all of them together, or one after the other ("respectively").
import { amountsIn } from "../amounts";
import type { Clause } from "./clauses/clause";
import type { NamedSpan } from "../names";
import type { PledgedItem } from "./statement";
import { ownerOf, partnersIn } from "./clauses/partners";
import { STRANGER } from "./clauses/who";

export function shared(
  plain: string,
  clause: Clause,
  all: readonly PledgedItem[],
  names: readonly NamedSpan[],
): (readonly [string[], PledgedItem])[] {
  const partners = partnersIn(plain, clause, names);
  const codes = [...clause.who.codes, ...partners];
  const apartly = all.flatMap((item): (readonly [string[], PledgedItem])[] => {
    const other = ownerOf(plain, clause, item, names);
    return other === null ? [] : [[[other], item]];
  });
  const items = all.filter((item) => !apartly.some(([, other]) => other === item));
  const ours =
    partners.length > 0 ? items.map((item) => [codes, item] as const) : sharedBy(plain, clause, items, codes);
  return [...ours, ...apartly, ...asMany(plain, clause, all, names)];
}

/** "Bulgaria will add one vessel, Romania two." */
function asMany(
  plain: string,
  { end, who }: Clause,
  items: readonly PledgedItem[],
  names: readonly NamedSpan[],
): (readonly [string[], PledgedItem])[] {
  const last = items.at(-1);
  const from = last?.amount.at(-1)?.end;
  if ((!last?.quantity?.unit && !last?.money) || from === undefined) return [];
  return names.flatMap(({ start, end: to, code }): (readonly [string[], PledgedItem])[] => {
    if (start < from || to > end || code === STRANGER || (who.codes.length < 2 && who.codes.includes(code)))
      return [];
    if (!JOINS_NAME.test(plain.slice(from, start))) return [];
    const number = BARE_NUMBER.exec(plain.slice(to, end))?.[1];
    const place = number === undefined ? -1 : plain.indexOf(number, to);
    const read =
      number === undefined
        ? undefined
        : last.money
          ? amountsIn(
              `${number}${scaleOf(plain.slice(last.amount[0]?.start, from), number)} ${last.money.currency}`,
              [],
            )[0]
          : UNITS.map((unit) => amountsIn(`${number} ${unit}`, [])[0]).find((one) => one?.start === 0);
    if (number === undefined || !read) return [];
    const amount = [{ start: place, end: place + number.length }];
    if (read.type === "money" && last.money) {
      const money = { ...read.value, asStated: number };
      return [[[code], { ...last, money, amount }]];
    }
    if (read.type !== "quantity" || last.quantity === null) return [];
    const { kind, min, max } = read.value;
    const quantity = { ...last.quantity, kind, min, max, asStated: number };
    return [[[code], { ...last, quantity, amount }]];
  });
}
/** "20 млн євро, Фінляндія – 15": millions, too. */
const scaleOf = (before: string, number: string): string =>
  SCALE.test(number) ? "" : (SCALE.exec(before)?.[0].replace(/^/u, " ") ?? "");
const SCALE =
  /(?:millions?|billions?|milliards?|млн|млрд|мільйон\p{L}*|мільярд\p{L}*|thousand|mille|тис(?:яч\p{L}*)?)(?![\p{L}])/iu;
const JOINS_NAME = /(?:[,;]|[,;]? (?:and|et|і|й|та|а|while|tandis que)) (?:the |la |le |les |l')?$/u;
const UNITS = ["systems", "systèmes", "системи", "систем"];
const BARE_NUMBER =
  /^(?:,| [–—]|:| will (?:add|send|provide|contribute)| en (?:fournira|enverra|ajoutera))? ((?:(?:around|about|some|roughly|up to|at least|environ|quelque|jusqu'à|au moins|близько|приблизно|щонайменше|понад|до) )?(?:\d{1,6}|\p{L}+)(?: (?:millions?|billions?|milliards?|млн|млрд|мільйон\p{L}*|мільярд\p{L}*))?)(?=[.,;]|$)/u;

function sharedBy(
  plain: string,
  clause: Clause,
  items: readonly PledgedItem[],
  codes: string[],
): (readonly [string[], PledgedItem])[] {
  if (codes.length < 2) return items.map((item) => [codes, item]);
  const { together, each, respectively } = clause.line.tongue;
  const words = plain.slice(clause.start, clause.end);
  if (words.search(respectively) >= 0) {
    if (items.length === codes.length)
      return items.map((item, index) => [codes.slice(index, index + 1), item]);
    // Which is whose isn't clear.
    const [one] = items;
    return one ? codes.map((code) => [[code], { ...one, quantity: null, money: null, amount: [] }]) : [];
  }
  // "We will …", in a joint text.
  const isOurs = clause.who.spans.some(
    ({ start, end }) => plain.slice(start, end).search(clause.line.tongue.we) === 0,
  );
  const isJoint = words.search(together) >= 0 || isOurs;
  // "Both countries will jointly …": one thing.
  const apart = !isJoint && words.search(each) >= 0;
  return items.flatMap((item): (readonly [string[], PledgedItem])[] =>
    !apart && (isJoint || (item.kind !== null && DONE_BY_TWO.includes(item.kind)))
      ? [[codes, item]]
      : codes.map((code) => [[code], item]),
  );
}

/** One plant of two countries is one thing. */
const DONE_BY_TWO: readonly string[] = ["INDUSTRY_CO_PRODUCTION", "TECHNOLOGY", "COMMAND_HQ"];
