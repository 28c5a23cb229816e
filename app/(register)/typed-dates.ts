// Plain forms send dates as typed. These functions read them and redirect to the address that links use.
import { redirect } from "next/navigation";
import { requestedPage } from "@/lib/auth/page";
import type { WrongMoment } from "@/components/form/mistyped";
import { isDay, type Instant } from "@/lib/domain/base/day";
import { instantOn } from "@/lib/domain/base/moment";
import { invalid, type Refusal } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { typedDay, typedMoment } from "@/lib/domain/import/typed-day";
import { registerZone, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dateTrouble } from "@/lib/i18n/typed-dates";
import { textOf, type Search } from "./search";

const t = translator("dates");

/** Redirects where a parameter is a day in another form than YYYY-MM-DD; text that can't be read stays. */
export async function settleDays(names: readonly string[]): Promise<void> {
  const [path = "/", query] = (await requestedPage()).split("?");
  const params = new URLSearchParams(query);
  const typed = names.flatMap((name) => {
    const text = params.get(name) ?? "";
    const read = typedDay(text);
    return read.ok && !isDay(text) ? [[name, read.value] as const] : [];
  });
  for (const [name, day] of typed) params.set(name, day);
  if (typed.length > 0) redirect(`${path}?${params.toString()}`);
}

/** A typed moment in the register's time; null where it can't be read or the clocks never show it. */
export function typedInstant(text: string): Instant | null {
  const read = typedMoment(text);
  return read.ok ? instantOn(read.value, registerZone()) : null;
}

/** The error for a moment that `typedInstant` can't read. */
export const wrongMoment = (text: string): WrongMoment => ({
  text,
  error: dateTrouble("moment", text) ?? t("wrong.no-such-moment", { zone: registerZoneName() }),
});

/** For boxes named `sinceOn`, which win over `since`: their moments in UTC, or what is wrong. */
export function momentsTyped<N extends string>(search: Search, names: readonly N[]) {
  const read = new Map<N, Instant>();
  const wrong = new Map<N, WrongMoment>();
  for (const name of names) {
    const text = textOf(search[`${name}On`]);
    const at = text === null ? null : typedInstant(text);
    if (at !== null) read.set(name, at);
    else if (text !== null) wrong.set(name, wrongMoment(text));
  }
  return { read, wrong };
}

/**
 * A list's filter without the days that can't be read, and those days as typed.
 * Refused where anything else is wrong, since no box can show that.
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
