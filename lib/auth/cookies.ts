// Over https the cookie names start with __Host-: only this host can set them, for all its paths, never over
// http.
import { env } from "@/lib/platform/env";

export const isHttps = (): boolean => env().NEXTAUTH_URL?.startsWith("https://") ?? false;

const named = (name: string): string => (isHttps() ? `__Host-${name}` : name);

export const sessionCookie = (): string => named("next-auth.session-token");
export const csrfCookie = (): string => named("next-auth.csrf-token");
export const challengeCookie = (): string => named("register-challenge");
export const deviceCookie = (): string => named("register-device");
/** For the way to the single sign-on provider and back. */
export const journeyCookie = (): string => named("register-journey");
export const checkCookie = (check: "state" | "nonce" | "pkce"): string => named(`next-auth.${check}`);

export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isHttps(),
});

export function cookieIn(headers: Headers, name: string): string | null {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [key = "", ...value] = part.trim().split("=");
    if (key === name) return decoded(value.join("="));
  }
  return null;
}

export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  const { secure } = cookieOptions();
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
