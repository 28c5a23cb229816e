"use client";
import { useEffect } from "react";

/**
 * Arrow keys move through the rows and columns of a drawing, which is one stop of the Tab key. Without a
 * script each row and column is one.
 */
export function LitKeys() {
  useEffect(() => {
    const drawings = [...document.querySelectorAll("svg.chart:has([data-lit])")];
    for (const drawing of drawings) only(linksOf(drawing), 0);
    const press = (event: KeyboardEvent) => {
      const here = event.target instanceof Element ? event.target.closest<SVGAElement>("[data-lit]") : null;
      const drawing = here?.closest("svg.chart");
      if (!here || !drawing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const links = linksOf(drawing);
      const at = links.indexOf(here);
      const place = { ...STEPS, Home: -at, End: links.length - 1 - at }[event.code];
      const next = place === undefined ? undefined : links[at + place];
      if (!next) return;
      event.preventDefault();
      only(links, at + (place ?? 0));
      next.focus();
    };
    // A drawing that was drawn again, with the page, has one stop per link until it is entered.
    const enter = ({ target }: FocusEvent) => {
      const here = target instanceof Element ? target.closest<SVGAElement>("[data-lit]") : null;
      const links = here ? linksOf(here.closest("svg.chart") ?? here) : [];
      if (here) only(links, links.indexOf(here));
    };
    document.addEventListener("keydown", press);
    document.addEventListener("focusin", enter);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("focusin", enter);
    };
  }, []);
  return null;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

const linksOf = (drawing: Element): SVGAElement[] => [...drawing.querySelectorAll<SVGAElement>("[data-lit]")];

function only(links: readonly SVGAElement[], place: number): void {
  for (const [at, link] of links.entries()) link.setAttribute("tabindex", at === place ? "0" : "-1");
}
