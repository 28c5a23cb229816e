import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findPageState } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Language } from "@/lib/domain/base/language";
import type { Refusal } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { setCoalitionOnly } from "@/lib/i18n/coalition-only";
import { setLanguage } from "@/lib/i18n/reader";
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
  const asked = await whoAsks();
  if (asked.ok) return asked.value;
  const page = await pageAsked();
  redirect(page === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(page)}`);
});

/**
 * The language of this page. Every file in `app` awaits this or the reader before it writes a word. Uses the
 * browser's language if the database can't answer.
 */
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
  if (!asked.ok) return asked;
  const { position, coalitionOnly } = await findPageState();
  setCoalitionOnly(coalitionOnly);
  return ok({ ...asked.value, position });
});

/** The requested path with its parameters. */
export const pageAsked = async (): Promise<string> => (await headers()).get(PAGE_HEADER) ?? "/";

export async function notePageRefusal(refusal: Refusal): Promise<void> {
  const [{ actor }, given, path] = await Promise.all([requireActorPage(), headers(), pageAsked()]);
  noteRefusal(refusal, { headers: given, method: "GET", path }, actor);
}
