// A part of a page that no script needs: it is sent as HTML alone. React would send it twice, as HTML and as
// the data to draw it again in the browser, and would process all of it there before anything can be pressed.
import { after } from "next/server";
import type { ReactElement } from "react";
import { isForRouter } from "./for-router";
import { htmlOf } from "./html-of";
import { dropMarkup, keepMarkup } from "./kept-markup";
import { SentMarkup } from "./sent-markup";

/** Wraps one element without client components; if there is one in it, React draws it as usual. */
export async function Markup({ children }: { children: ReactElement }) {
  const written = await htmlOf(children);
  if (written === null) return children;
  const { tag, given, html } = written;
  if (isForRouter()) return <SentMarkup {...{ tag, given, html }} />;
  const place = keepMarkup({ given, html });
  after(() => dropMarkup(place));
  // On a redraw, React sets only what differs: repeating that a fold is closed would close it.
  return <SentMarkup {...{ tag, place }} {...(tag === "details" ? { given } : {})} />;
}
