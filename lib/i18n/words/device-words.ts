import type { Browser, Device, System } from "@/lib/domain/people/session";
import { translator } from "../translator";

const t = translator("profile");

/** "Firefox on Windows", in the reader's language as far as there is something to translate. */
export function deviceWords({ browser, system }: Device): string {
  if (browser && system)
    return t("device.both", { browser: BROWSER_NAMES[browser], system: SYSTEM_NAMES[system] });
  return (browser && BROWSER_NAMES[browser]) ?? (system && SYSTEM_NAMES[system]) ?? t("device.unknown");
}

/** Names, the same in every language. */
const BROWSER_NAMES: Record<Browser, string> = {
  EDGE: "Edge",
  OPERA: "Opera",
  SAMSUNG: "Samsung Internet",
  FIREFOX: "Firefox",
  CHROME: "Chrome",
  SAFARI: "Safari",
};
const SYSTEM_NAMES: Record<System, string> = {
  IOS: "iOS",
  ANDROID: "Android",
  WINDOWS: "Windows",
  CHROMEOS: "ChromeOS",
  MACOS: "macOS",
  LINUX: "Linux",
};
