import { readFileSync } from "node:fs";
import { parseHex, type Rgb } from "./colour";

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Every `--name: light-dark(#…, #…)` of the stylesheet, so that the test follows what people see. */
export function readTokens(): (name: string, theme: Theme) => Rgb {
  const css = readFileSync(new URL("../../app/styles/tokens.css", import.meta.url), "utf8");
  const tokens = new Map<string, Record<Theme, Rgb>>();
  for (const [, name, light, dark] of css.matchAll(
    /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi,
  )) {
    if (name && light && dark) tokens.set(name, { light: parseHex(light), dark: parseHex(dark) });
  }
  return (name, theme) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --${name} in app/styles/tokens.css`);
    return token[theme];
  };
}
