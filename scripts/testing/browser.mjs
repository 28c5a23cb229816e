import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { PlainError } from "../base/plain-error.mjs";
import { fromNpm } from "./npm-browser.mjs";

/** The headless one comes first: it needs a third less CPU for the same stories. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const OTHER_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A browser for the stories: the configured one, an installed one, Playwright's own, Debian's package if we
 * are root, or one from npm.
 * @returns {Promise<{ path: string, from: string }>}
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new PlainError(`CHROMIUM_PATH names no file: ${given}`);
    return { path: given, from: "CHROMIUM_PATH" };
  }
  const { chromium } = await import("@playwright/test");
  return installed() ?? playwrights(chromium.executablePath()) ?? fromDebian() ?? (await fromNpm()) ?? none();
}

function installed() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = [
    ...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    ...OTHER_PLACES,
  ];
  const found = places.find((place) => existsSync(place));
  return found ? { path: found, from: "installed" } : null;
}

/** @param {string} place */
const playwrights = (place) => (existsSync(place) ? { path: place, from: "Playwright's download" } : null);

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return null;
  console.log("No browser found. Installing the package chromium-headless-shell, or else chromium.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  const install = () =>
    ["chromium-headless-shell", "chromium"].some((name) =>
      apt("install", "-y", "-qq", "--no-install-recommends", name),
    );
  if (!install()) {
    apt("update", "-qq");
    install();
  }
  return installed();
}

/** @returns {never} */
function none() {
  throw new PlainError(
    "No browser: set CHROMIUM_PATH, install chromium or chrome, or run npx playwright install chromium.",
  );
}
