import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { Refusal } from "@/lib/domain/refusal";
import { noteRefusal } from "./access-notes";
import { requireActor } from "./request";
import { PAGE_HEADER } from "./request-headers";

/** Who reads this page, and the register's time; without a session the way leads to signing in and back. One look-up
    for a page with its layout. */
export const requireActorPage = cache(async (): Promise<{ actor: Actor; at: Instant }> => {
  const asked = await requireActor();
  if (asked.ok) return asked.value;
  const page = await pageAsked();
  redirect(page === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(page)}`);
});

/** The address that is asked for, with its parameters. */
export const pageAsked = async (): Promise<string> => (await headers()).get(PAGE_HEADER) ?? "/";

/** That this page isn't for who reads it. */
export async function notePageRefusal({ code }: Refusal): Promise<void> {
  const [{ actor }, given, path] = await Promise.all([requireActorPage(), headers(), pageAsked()]);
  noteRefusal(code, { headers: given, method: "GET", path }, actor);
}
