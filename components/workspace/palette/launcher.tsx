"use client";
import { useEffect, useRef, useState, type ComponentType } from "react";
import { isTyping } from "@/components/shell/search-key";
import { Glyph } from "@/components/ui/marks/glyph";
import { atMoment } from "@/components/ui/address/as-of-href";
import { useAlive } from "@/components/ui/alive";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { Role } from "@/lib/domain/people/actor";
import { paletteSearchOf, type OpenedPalette } from "./keys";

interface Props {
  role: Role;
  asOf: string | null;
  label: string;
  text: string;
}

type What = "palette" | "sheet";

/** The button and its keys; what they open loads on demand. */
export function PaletteLauncher({ role, asOf, label, text }: Props) {
  const alive = useAlive();
  const [shown, setShown] = useState<ComponentType<OpenedPalette> | null>(null);
  const begun = useRef(0);
  const open = (what: What) =>
    void LOADED[what]().then(
      (component) => setShown(() => component),
      // The script didn't load: the search box needs none.
      () => document.getElementById("search")?.focus(),
    );

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector("dialog[open]")) return;
      const single = !isTyping(event.target) && document.documentElement.dataset.keys !== "off";
      const asked = paletteSearchOf(event, {
        begun: event.timeStamp - begun.current < PATIENCE,
        single,
        role,
      });
      begun.current = asked && "wait" in asked ? event.timeStamp : -PATIENCE;
      if (asked === null) return;
      event.preventDefault();
      // The page's own keys must not act as well.
      event.stopPropagation();
      if ("open" in asked) open(asked.open);
      if ("go" in asked) location.assign(atMoment(asked.go, asOf));
    };
    begun.current = -PATIENCE;
    document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [role, asOf]);

  const Shown = shown;
  return (
    <>
      <ScriptButton
        className={buttonLook("noscript:hidden")}
        aria-label={label}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => open("palette")}
      >
        <Glyph name="search" />
        <span className="max-xl:hidden">{text}</span>
        <kbd className="font-normal max-[1360px]:hidden" aria-hidden="true">
          {alive && isMac() ? "⌘K" : "Ctrl K"}
        </kbd>
      </ScriptButton>
      {Shown ? (
        <Shown role={role} asOf={asOf} onShortcuts={() => open("sheet")} onClose={() => setShown(null)} />
      ) : null}
    </>
  );
}

const LOADED: Record<What, () => Promise<ComponentType<OpenedPalette>>> = {
  palette: async () => (await import("./palette")).Palette,
  sheet: async () => (await import("./sheet")).ShortcutSheet,
};

/** Milliseconds between G and the next letter. */
const PATIENCE = 1_500;

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
