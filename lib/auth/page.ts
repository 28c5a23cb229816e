import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findCoalitionOnly } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Language } from "@/lib/domain/base/language";
import type { Refusal } from "@/lib/domain/base/refusal";
import { setCoalitionOnly } from "@/lib/i18n/coalition-only";
import { setLanguage } from "@/lib/i18n/reader";
import { noteRefusal } from "./access-notes";
import { browserLanguage } from "./language";
import { requireActor } from "./request";
import { PAGE_HEADER } from "./request-headers";

/** Who reads this page, and the register's time; without a session the way leads to signing in and back. One look-up
    for a page with its layout. */
export const requireActorPage = cache(async (): Promise<{ actor: Actor; at: Instant }> => {
  const asked = await whoAsks();
  if (asked.ok) return asked.value;
  const page = await pageAsked();
  redirect(page === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(page)}`);
});

/** In which language this page is drawn: what every file of `app` waits for before it says anything, by this or by asking
    who reads. Where the database can't tell, the browser does. */
export async function readerLanguage(): Promise<Language> {
  const asked = await whoAsks().catch(() => null);
  const own = asked?.ok ? asked.value.actor.language : null;
  const language = own ?? browserLanguage(await headers());
  setLanguage(language);
  return language;
}

const whoAsks = cache(async () => {
  const asked = await requireActor();
  const own = asked.ok ? asked.value.actor.language : null;
  setLanguage(own ?? browserLanguage(await headers()));
  if (asked.ok) setCoalitionOnly(await findCoalitionOnly());
  return asked;
});

/** The address that is asked for, with its parameters. */
export const pageAsked = async (): Promise<string> => (await headers()).get(PAGE_HEADER) ?? "/";

/** That this page isn't for who reads it. */
export async function notePageRefusal({ code }: Refusal): Promise<void> {
  const [{ actor }, given, path] = await Promise.all([requireActorPage(), headers(), pageAsked()]);
  noteRefusal(code, { headers: given, method: "GET", path }, actor);
}
