// How to report a vulnerability (RFC 9116), and the policy it points to. Both are open without signing in.
import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { originOf } from "@/lib/auth/own-origin";
import { LANGUAGES } from "@/lib/domain/base/language";
import { env } from "@/lib/platform/env";

/** Expires by the machine's clock, since outsiders read it, even if the register runs on its own clock. */
export function securityTxt(request: Request): Response {
  const contacts = (env().SECURITY_CONTACT ?? "").split(/\s+/).filter(Boolean);
  return plain(securityText({ origin: originOf(request.headers), contacts, now: Date.now() }));
}

export async function securityPolicy(): Promise<Response> {
  return plain(await readFile(path.join(process.cwd(), "SECURITY.md"), "utf8"));
}

/** If no contact is set, the policy says whom to contact. */
export function securityText({
  origin,
  contacts,
  now,
}: {
  origin: string;
  contacts: readonly string[];
  now: number;
}): string {
  const policy = `${origin}/.well-known/security-policy.md`;
  const fields = [
    ...(contacts.length > 0 ? contacts : [policy]).map((contact) => ["Contact", contact]),
    ["Expires", `${new Date(dayOf(now) + GOOD_FOR).toISOString().slice(0, 19)}Z`],
    ["Preferred-Languages", LANGUAGES.join(", ")],
    ["Canonical", `${origin}/.well-known/security.txt`],
    ["Policy", policy],
  ];
  return fields.map(([name, value]) => `${name ?? ""}: ${value ?? ""}\n`).join("");
}

const DAY = 86_400_000;
/** The standard recommends less than a year. */
const GOOD_FOR = 180 * DAY;

const dayOf = (now: number): number => Math.floor(now / DAY) * DAY;

const plain = (text: string): Response =>
  new Response(text, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
