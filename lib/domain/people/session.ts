// Sessions as their owner sees them: on which device, since when, last used when.
import type { Instant } from "../base/day";

/** A session ends this long after the last request, and at the latest this long after signing in. */
export const SESSION_LIFETIME = { idleMinutes: 8 * 60, absoluteMinutes: 16 * 60 } as const;

export const BROWSERS = ["EDGE", "OPERA", "SAMSUNG", "FIREFOX", "CHROME", "SAFARI"] as const;
export type Browser = (typeof BROWSERS)[number];

export const SYSTEMS = ["IOS", "ANDROID", "WINDOWS", "CHROMEOS", "MACOS", "LINUX"] as const;
export type System = (typeof SYSTEMS)[number];

/** Null: not recognised. The browser says it, and anyone can change it: it proves nothing. */
export interface Device {
  browser: Browser | null;
  system: System | null;
}

export interface OwnSession {
  id: string;
  device: Device;
  /** On the register's clock, like every time shown. */
  signedInAt: Instant;
  lastSeenAt: Instant;
  /** The session that makes this request. */
  isThis: boolean;
}

/** The first match counts: most browsers name others as well. */
const BROWSER_SIGNS: readonly [Browser, RegExp][] = [
  ["EDGE", /\bEdg(e|A|iOS)?\//],
  ["OPERA", /\bOPR\/|\bOpera\b/],
  ["SAMSUNG", /\bSamsungBrowser\//],
  ["FIREFOX", /\bFirefox\/|\bFxiOS\//],
  ["CHROME", /\b(Headless)?Chrome\/|\bCriOS\//],
  ["SAFARI", /\bSafari\//],
];
const SYSTEM_SIGNS: readonly [System, RegExp][] = [
  ["IOS", /\b(iPhone|iPad|iPod)\b/],
  ["ANDROID", /\bAndroid\b/],
  ["WINDOWS", /\bWindows NT\b/],
  ["CHROMEOS", /\bCrOS\b/],
  ["MACOS", /\bMacintosh\b/],
  ["LINUX", /\bLinux\b/],
];

/** A short label of a user agent, the only thing about it that is stored. */
export function deviceLabel(agent: string | null): string {
  const found = <Name>(signs: readonly [Name, RegExp][]) =>
    signs.find(([, sign]) => sign.test((agent ?? "").slice(0, 500)))?.[0];
  return `${found(BROWSER_SIGNS) ?? ""}/${found(SYSTEM_SIGNS) ?? ""}`;
}

export function deviceOf(label: string | null): Device {
  const [first, second] = (label ?? "").split("/");
  return {
    browser: BROWSERS.find((name) => name === first) ?? null,
    system: SYSTEMS.find((name) => name === second) ?? null,
  };
}
