"use client";
import { useEffect } from "react";
import { isTyping } from "@/components/shell/search-key";
import { goTo } from "./arrival";

interface Props {
  /** Addresses of the neighbouring proposals; on the list, J and K move through rows instead. */
  previous?: string | null;
  next?: string | null;
}

/** J and K move between proposals, A and R start a decision. By the key's place, so that they work on any layout. */
export function Keys({ previous = null, next = null }: Props) {
  useEffect(() => {
    const move = (by: 1 | -1, page: string | null) => {
      if (!moveInRows(by) && page !== null) goTo(page, { focus: "review" });
    };
    const does: Record<string, (() => void) | undefined> = {
      KeyJ: () => move(1, next),
      KeyK: () => move(-1, previous),
      KeyA: () => takeUp("APPROVE"),
      KeyR: () => takeUp("RETURN"),
    };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
      if (isWriting(event.target) || document.documentElement.dataset.keys === "off") return;
      const act = does[event.code];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [previous, next]);
  return null;
}

function moveInRows(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("a[data-row]")];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[at === -1 ? 0 : at + by]?.focus();
  return rows.length > 0;
}

/** Chooses the decision, and moves the focus to what is still missing: the tick, the note or the button. */
function takeUp(decision: "APPROVE" | "RETURN"): void {
  const form = document.getElementById("decide");
  const choice = form?.querySelector<HTMLInputElement>(`input[name="decision"][value="${decision}"]`);
  if (!form || (!choice && decision === "APPROVE")) return;
  choice?.click();
  const tick = decision === "APPROVE" ? form.querySelector<HTMLInputElement>("#seen:not(:checked)") : null;
  const target = decision === "APPROVE" ? "button[type=submit]" : "#note";
  (tick ?? form.querySelector<HTMLElement>(target))?.focus();
}

/** Letters can't be typed into a checkbox or radio button. */
const isWriting = (target: EventTarget | null): boolean =>
  isTyping(target) && !(target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type));
