"use client";
// The keys of a list and its panel load with the first key that is one of theirs. What is pressed until then does what it does after it.
import { useEffect, useRef, useState, type ComponentProps, type ComponentType } from "react";
import { isTyping } from "@/components/shell/search-key";
import type { KeysAndPanel } from "./keys-and-panel";
import { listLetterOf } from "./letters";

export type KeysApartProps = ComponentProps<typeof KeysAndPanel>;

export function KeysApart(props: KeysApartProps) {
  const [Loaded, setLoaded] = useState<ComponentType<KeysApartProps> | null>(null);
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
    // They were meant for the row where the focus was.
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

/** After another key what is pressed is meant for where that leads: an editor, a box. */
const STAYING: ReadonlySet<string> = new Set(["Space", "KeyJ", "KeyK", "KeyX", "KeyZ", "KeyC"]);

const isOurs = (code: string): boolean => code === "Space" || listLetterOf(code) !== undefined;
