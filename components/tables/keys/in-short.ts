"use client";
// The short version of a record's page, as part of another page: without its actions, its title one level
// lower, its ids renamed.

const DONE_THERE =
  "button, form, input, select, textarea, script, template, dialog, [popover], [role=status], .print\\:hidden";
const NAMES = ["id", "aria-labelledby", "aria-describedby", "aria-controls", "for"];

/** Null where the page marks no short version. */
export function inShort(page: Document): DocumentFragment | null {
  const peek = page.getElementById("peek");
  const marked = peek ? [peek] : [...page.querySelectorAll("main [data-short]")];
  const parts = marked.filter((part) => part.parentElement?.closest("[data-short]") === null);
  if (parts.length === 0) return null;
  const short = page.createDocumentFragment();
  short.append(...parts);
  for (const one of short.querySelectorAll(DONE_THERE)) one.remove();
  for (const name of NAMES)
    for (const one of short.querySelectorAll(`[${name}]`)) {
      const ids = (one.getAttribute(name) ?? "").split(" ");
      one.setAttribute(name, ids.map((id) => `short-${id}`).join(" "));
    }
  for (const title of short.querySelectorAll("h1")) {
    const lower = page.createElement("h2");
    lower.append(...title.childNodes);
    lower.className = "text-[1.125rem]/6";
    if (title.lang !== "") lower.lang = title.lang;
    title.replaceWith(lower);
  }
  return short;
}
