// Plain forms send dates as they were typed. They are read here, and the way leads to the address that says them as links do.
import { redirect } from "next/navigation";
import { pageAsked } from "@/lib/auth/page";
import type { WrongMoment } from "@/components/form/mistyped";
import { isDay, type Instant } from "@/lib/domain/base/day";
import { instantOn } from "@/lib/domain/base/moment";
import { invalid, type Refusal } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { typedDay, typedMoment } from "@/lib/domain/import/typed-day";
import { translator } from "@/lib/i18n/translator";
import { dateTrouble } from "@/lib/i18n/typed-dates";
import { zoneName } from "@/lib/i18n/when";
import { textOf, type Search } from "./search";

const t = translator("dates");

/** Leads on where one of these parameters is a day in other words than YYYY-MM-DD; what can't be read stays. */
export async function settleDays(names: readonly string[]): Promise<void> {
  const [path = "/", query] = (await pageAsked()).split("?");
  const params = new URLSearchParams(query);
  const typed = names.flatMap((name) => {
    const text = params.get(name) ?? "";
    const read = typedDay(text);
    return read.ok && !isDay(text) ? [[name, read.value] as const] : [];
  });
  for (const [name, day] of typed) params.set(name, day);
  if (typed.length > 0) redirect(`${path}?${params.toString()}`);
}

/** A moment as it was typed, on the register's clocks; null where they never show it, or where it can't be read. */
export function typedInstant(text: string, timeZone: string): Instant | null {
  const read = typedMoment(text);
  return read.ok ? instantOn(read.value, timeZone) : null;
}

/** What a box says of one that is null. */
export const wrongMoment = (text: string, timeZone: string): WrongMoment => ({
  text,
  error: dateTrouble("moment", text) ?? t("wrong.no-such-moment", { zone: zoneName(timeZone) }),
});

/** Of boxes that are called `sinceOn` and say more than `since`: what they hold, in UTC, or what is wrong with it. */
export function momentsTyped<N extends string>(search: Search, names: readonly N[], timeZone: string) {
  const read = new Map<N, Instant>();
  const wrong = new Map<N, WrongMoment>();
  for (const name of names) {
    const text = textOf(search[`${name}On`]);
    const at = text === null ? null : typedInstant(text, timeZone);
    if (at !== null) read.set(name, at);
    else if (text !== null) wrong.set(name, wrongMoment(text, timeZone));
  }
  return { read, wrong };
}

/**
 * Parameters of a list of which the days can't be read: the list without them, and each day as it was typed. Refused where
 * something else is wrong, which no box can say.
 */
export function mistypedDays<F extends object, N extends string>(
  refusal: Refusal,
  params: URLSearchParams,
  names: readonly N[],
  parse: (params: URLSearchParams) => Result<F>,
): Result<F & Record<N, string | null>> {
  const { errors = [] } = refusal;
  if (!errors.every(({ path }) => names.some((name) => name === path))) return invalid(...errors);
  const parsed = parse(
    new URLSearchParams([...params].filter(([name]) => !names.some((one) => one === name))),
  );
  if (!parsed.ok) return parsed;
  const typed = Object.fromEntries(names.map((name) => [name, params.get(name)]));
  return ok({ ...parsed.value, ...(typed as Record<N, string | null>) });
}
