import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findPageState, findSettings } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Language } from "@/lib/domain/base/language";
import type { Refusal } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { setCoalitionOnly } from "@/lib/i18n/coalition-only";
import { setLanguage } from "@/lib/i18n/reader";
import { setRegisterZone } from "@/lib/i18n/register-zone";
import { noteRefusal } from "./access-notes";
import { browserLanguage } from "./language";
import { requireActor } from "./request";
import { PAGE_HEADER } from "./request-headers";

interface PageReader {
  actor: Actor;
  at: Instant;
  /** The log's last entry when the page began to be read. */
  position: number;
}

/**
 * The reader of this page and the register's time. Without a session, redirects to sign-in, which leads back here.
 * Cached, so that a page and its layout share one look-up.
 */
export const requireActorPage = cache(async (): Promise<PageReader> => {
  const caller = await currentCaller();
  if (caller.ok) return caller.value;
  const page = await requestedPage();
  redirect(page === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(page)}`);
});

/**
 * The language of this page. Every file in `app` awaits this or the reader before it writes a word. Uses the
 * browser's language if the database can't answer.
 */
export async function readerLanguage(): Promise<Language> {
  const caller = await currentCaller().catch(() => null);
  const own = caller?.ok ? caller.value.actor.language : null;
  const language = own ?? browserLanguage(await headers());
  setLanguage(language);
  return language;
}

const currentCaller = cache(async () => {
  const caller = await requireActor();
  const own = caller.ok ? caller.value.actor.language : null;
  setLanguage(own ?? browserLanguage(await headers()));
  if (!caller.ok) return caller;
  const [{ position, coalitionOnly }, { timeZone }] = await Promise.all([findPageState(), findSettings()]);
  setCoalitionOnly(coalitionOnly);
  setRegisterZone(timeZone);
  return ok({ ...caller.value, position });
});

/** The requested path with its parameters. */
export const requestedPage = async (): Promise<string> => (await headers()).get(PAGE_HEADER) ?? "/";

export async function notePageRefusal(refusal: Refusal): Promise<void> {
  const [{ actor }, given, path] = await Promise.all([requireActorPage(), headers(), requestedPage()]);
  noteRefusal(refusal, { headers: given, method: "GET", path }, actor);
}
