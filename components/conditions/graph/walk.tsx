"use client";
import { useEffect } from "react";
import { unfold } from "@/components/ui/fold/open-target";

/**
 * Arrow keys walk the drawing: up and down in a column, left to what a box waits for, right to what waits for it.
 * Without script every box is a link all the same.
 */
export function GraphWalk({ drawing, table }: { drawing: string; table: string }) {
  useEffect(() => {
    // Looked up each time, since it is drawn again with the page.
    const drawn = () => document.getElementById(drawing);
    let came = "";
    const step = (event: KeyboardEvent) => {
      const root = drawn();
      const here = event.target instanceof Element ? event.target.closest<SVGAElement>("[data-box]") : null;
      if (
        here === null ||
        !root?.contains(here) ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey ||
        event.shiftKey
      )
        return;
      const next = nextFrom(root, here, event.code, came);
      if (next) {
        event.preventDefault();
        came = here.dataset.box ?? "";
        next.focus();
        return;
      }
      if (document.documentElement.dataset.keys === "off") return;
      if (event.code === "KeyS" && here.dataset.suppose) window.location.assign(here.dataset.suppose);
      if (event.code === "KeyT") {
        unfold(table);
        document.getElementById(table)?.closest("summary")?.focus();
      }
    };
    const light = () => {
      const root = drawn();
      if (root === null) return;
      const box = root.contains(document.activeElement)
        ? document.activeElement?.getAttribute("data-box")
        : null;
      for (const line of root.querySelectorAll<SVGElement>(".gline"))
        line.classList.toggle("lit-up", box != null && [line.dataset.from, line.dataset.to].includes(box));
    };
    document.addEventListener("keydown", step);
    document.addEventListener("focusin", light);
    document.addEventListener("focusout", light);
    return () => {
      document.removeEventListener("keydown", step);
      document.removeEventListener("focusin", light);
      document.removeEventListener("focusout", light);
    };
  }, [drawing, table]);
  return null;
}

function nextFrom(root: Element, here: SVGAElement, code: string, came: string): SVGAElement | undefined {
  const all = [...root.querySelectorAll<SVGAElement>("[data-box]")];
  const column = all.filter((one) => one.dataset.column === here.dataset.column);
  if (code === "ArrowUp") return column[column.indexOf(here) - 1];
  if (code === "ArrowDown") return column[column.indexOf(here) + 1];
  if (code !== "ArrowLeft" && code !== "ArrowRight") return undefined;
  const around = ((code === "ArrowLeft" ? here.dataset.waitsFor : here.dataset.waitedBy) ?? "").split(" ");
  const to = around.includes(came) ? came : around[0];
  return all.find((one) => one.dataset.box === to);
}
