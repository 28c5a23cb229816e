"use client";
// The keys of a list and its panel load with the first key that is one of theirs. Keys pressed meanwhile are replayed then.
import { useEffect, useRef, useState, type ComponentProps, type ComponentType } from "react";
import { isTyping } from "@/components/shell/search-key";
import type { KeysAndPanel } from "./keys-and-panel";
import { listLetterOf } from "./letters";

export type KeysProps = ComponentProps<typeof KeysAndPanel>;

export function LazyKeys(props: KeysProps) {
  const [Loaded, setLoaded] = useState<ComponentType<KeysProps> | null>(null);
  const pressed = useRef<KeyboardEvent[]>([]);
  useEffect(() => {
    if (Loaded) {
      for (const { code, shiftKey } of pressed.current.splice(0)) {
        const again = new KeyboardEvent("keydown", { code, shiftKey, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(again);
      }
      return;
    }
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !isOurs(event.code)) return;
      if (isTyping(event.target) || document.documentElement.dataset.keys === "off") return;
      const isPressable = event.target instanceof Element && event.target.matches("button, summary");
      if (event.code === "Space" && isPressable) return;
      event.preventDefault();
      if (pressed.current.every(({ code }) => STAYING.has(code))) pressed.current.push(event);
      void import("./keys-and-panel").then(({ KeysAndPanel: both }) => setLoaded(() => both), forget);
    };
    // They were meant for the row that had the focus.
    const forget = () => (pressed.current = []);
    document.addEventListener("keydown", listen);
    document.addEventListener("focusin", forget);
    document.addEventListener("pointerdown", forget);
    return () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener("focusin", forget);
      document.removeEventListener("pointerdown", forget);
    };
  }, [Loaded]);
  return Loaded ? <Loaded {...props} /> : null;
}

/** These leave the focus in the list. Keys pressed after any other are meant for the editor or box it opens. */
const STAYING: ReadonlySet<string> = new Set(["Space", "KeyJ", "KeyK", "KeyX", "KeyZ", "KeyC"]);

const isOurs = (code: string): boolean => code === "Space" || listLetterOf(code) !== undefined;
