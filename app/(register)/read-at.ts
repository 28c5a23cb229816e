import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { atMoment, setAsOf } from "@/components/ui/address/as-of-href";
import { setForRouter } from "@/components/ui/page/markup/for-router";
import { requestedPage, requireActorPage } from "@/lib/auth/page";
import { ROUTER_HEADER } from "@/lib/auth/request-headers";
import { asReader, mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { instantIn, momentText } from "@/lib/domain/base/moment";
import { addressIn, parameterValues, withoutParameters } from "@/lib/domain/base/page-address";
import { isPast, momentOf, readingAt, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { invalid, type Refusal } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { unknownParameters, type UnknownParameter } from "../page-parameters";
import { pastOf } from "./past-pages";
import { typedInstant } from "./typed-dates";

export interface ReadAt {
  actor: Actor;
  /** Now, or the moment that the register is read as of. */
  at: NowOrAsOf;
  /** The moment that is shown. */
  moment: Instant;
  now: Instant;
  /** The actor; on a page that shows the past, with an auditor's rights. */
  viewer: Actor;
}

/** With what only the layout needs. */
export interface AskedPage extends ReadAt {
  /** The moment in the address, also on a page that shows only the present. */
  asOf: Instant | null;
  wrong: Refusal | null;
  /** The log's last entry when the page began to be read. */
  position: number;
  /** Parameters in the address that the page doesn't know. */
  unknown: UnknownParameter[];
}

/** Who reads this page, and as of when. Cached for page and layout; from here on, links keep the moment. */
export const readAt = cache(async (): Promise<AskedPage> => {
  const [{ actor, at: now, position }, address, given] = await Promise.all([
    requireActorPage(),
    requestedPage(),
    headers(),
  ]);
  setForRouter(given.has(ROUTER_HEADER));
  const kind = pastOf(addressIn(address).path);
  const takesMoment = kind !== "own" && mayReadRegister(actor);
  const asked = takesMoment ? momentAsked(address) : ok(null);
  const read = asked.ok ? readingAt(asked.value, now) : asked;
  const asOf = asked.ok && read.ok ? asked.value : null;
  const at = read.ok && kind === "tells" ? read.value : now;
  setAsOf(asOf === null ? null : momentText(asOf));
  if (asOf !== null && typeof kind === "object") redirect(atMoment(kind.leadsTo, momentText(asOf)));
  return {
    actor,
    at,
    moment: momentOf(at),
    now,
    viewer: isPast(at) ? asReader(actor) : actor,
    asOf,
    position,
    wrong: read.ok ? null : read.refusal,
    unknown: unknownParameters(address, { asOf: takesMoment }),
  };
});

function momentAsked(address: string): Result<Instant | null> {
  const [text = "", ...more] = parameterValues(address, "asOf");
  if (more.length > 0) return invalid({ path: "asOf", code: "repeated" });
  return text === "" ? ok(null) : momentIn(text, address);
}

/** In UTC. A moment typed in the register's time redirects to the address that has it in UTC. */
function momentIn(text: string, address: string): Result<Instant> {
  const at = instantIn(text);
  if (at !== null) return ok(at);
  const shown = typedInstant(text);
  if (shown === null) return invalid({ path: "asOf", code: "not-an-instant" });
  redirect(atMoment(withoutMoment(address), momentText(shown)));
}

/** The same page now. */
export const withoutMoment = (address: string): string => withoutParameters(address, ["asOf", "cursor"]);
