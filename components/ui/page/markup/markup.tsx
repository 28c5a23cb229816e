// A part of a page that no script has to know: it is sent as HTML alone. React would send it twice, as HTML and as the data to
// draw it once more in the browser, and would go through all of it there before anything can be pressed.
import { after } from "next/server";
import type { ReactElement } from "react";
import { isForRouter } from "./for-router";
import { htmlOf } from "./html-of";
import { dropMarkup, keepMarkup } from "./kept-markup";
import { SentMarkup } from "./sent-markup";

/** Around one element without client components; with one in it, React draws it as ever. */
export async function Markup({ children }: { children: ReactElement }) {
  const written = await htmlOf(children);
  if (written === null) return children;
  const { tag, given, html } = written;
  if (isForRouter()) return <SentMarkup {...{ tag, given, html }} />;
  const place = keepMarkup({ given, html });
  after(() => dropMarkup(place));
  // Only what differs is set when the page is drawn again: said once more, that it is closed would close it.
  return <SentMarkup {...{ tag, place }} {...(tag === "details" ? { given } : {})} />;
}
