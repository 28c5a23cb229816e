import { expect, test } from "vitest";
import { deviceLabel, deviceOf } from "@/lib/domain/people/session";

const MOZILLA = "Mozilla/5.0";
const KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${MOZILLA} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`, "FIREFOX/WINDOWS"],
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/140.0.0.0 Safari/537.36`, "CHROME/WINDOWS"],
  [`${MOZILLA} (Windows NT 10.0) ${KHTML} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, "EDGE/WINDOWS"],
  [`${MOZILLA} (X11; Linux x86_64) ${KHTML} HeadlessChrome/140.0.0.0 Safari/537.36`, "CHROME/LINUX"],
  [`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${KHTML} Chrome/140.0.0.0 Safari/537.36`, "CHROME/CHROMEOS"],
  [`${MOZILLA} (X11; Linux x86_64) ${KHTML} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`, "OPERA/LINUX"],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15`,
    "SAFARI/MACOS",
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1`,
    "SAFARI/IOS",
  ],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile/15E148 Safari/604.1`,
    "CHROME/IOS",
  ],
  [
    `${MOZILLA} (Linux; Android 14; K) ${KHTML} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    "SAMSUNG/ANDROID",
  ],
  [`${MOZILLA} (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0`, "FIREFOX/ANDROID"],
  ["curl/8.5.0", "/"],
  ["<script>alert(1)</script>", "/"],
  ["x".repeat(8_000), "/"],
  ["", "/"],
  [null, "/"],
])("%s is kept as %s", (agent, label) => {
  expect(deviceLabel(agent)).toBe(label);
  const { browser, system } = deviceOf(label);
  expect(`${browser ?? ""}/${system ?? ""}`).toBe(label);
});

test.each([null, "", "/", "a whole user agent of before", "FIREFOX", "__proto__/constructor"])(
  "no system is made up from %j",
  (label) => expect(deviceOf(label).system).toBeNull(),
);
