// The page shown while the register is unable to answer. It needs no script, no file and no data.
import { currentLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import type { Unable } from "./failure";

/** `nonce`: from the answer's content policy; `theme`: the chosen appearance, null for the device's. */
export function awayPage(why: Unable, nonce: string, theme: "light" | "dark" | null): string {
  const say = translator("away");
  const title = text(say(`${why}.title`));
  return `<!DOCTYPE html>
<html lang="${currentLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style nonce="${text(nonce)}">:root { color-scheme: ${theme ?? "light dark"}; }${STYLE}</style>
</head>
<body>
<main>
<p class="name">${text(translator("shell")("name"))}</p>
<h1>${title}</h1>
<p>${text(say("safe"))}</p>
<p>${text(say(`${why}.wait`))}</p>
<p><a href="">${text(say("again"))}</a></p>
</main>
</body>
</html>
`;
}

/** The look of the register's pages; values from app/styles/tokens.css. */
const STYLE = `
body { margin: 0; padding: 16px; font: 1rem/1.5rem "Source Sans 3", "Segoe UI", system-ui, sans-serif;
  background: light-dark(#f6f7f9, #0e141b); color: light-dark(#14202e, #e8edf3); }
main { max-width: 34rem; margin: 12vh auto 0; padding-top: 16px; border-top: 1px solid light-dark(#14202e, #a9b5c3); }
.name { margin: 0 0 32px; font-weight: 600; }
h1 { margin: 0 0 16px; font-size: 1.75rem; line-height: 2.125rem; font-weight: 600; }
p { margin: 0 0 16px; }
a { color: light-dark(#0b4f8a, #8fc3f4); }
a:focus-visible { outline: 3px solid light-dark(#14202e, #ffc83d); outline-offset: 2px; }
`;

const text = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
