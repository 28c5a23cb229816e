"use client";
// A text field for a date, and a button that opens a month. The caller reads and writes the dates. The month loads when it is
// first opened.
import { useId, useLayoutEffect, useRef, useState, type ComponentProps, type ComponentType } from "react";
import type { CalendarProps } from "./calendar";
import { DATE_INPUT } from "./date-look";
import { Glyph } from "../marks/glyph";
import { ScriptButton } from "../script-button";

interface Props extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  id: string;
  text: string;
  onText: (text: string) => void;
  /** The button's label, and the month that it opens. */
  calendar: Omit<CalendarProps, "today"> & { label: string; today: string | null };
}

export function DateField({ text, onText, calendar: { label, today, onPick, ...month }, ...input }: Props) {
  // The time of opening: a month closed and reopened at once reports one toggle, from open to open.
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const [Calendar, setCalendar] = useState<ComponentType<CalendarProps> | null>(null);
  const isOpen = openedAt !== null;
  const field = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const popover = useId();
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const place = () => placeAt(box.current, field.current);
    place();
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, [isOpen, Calendar]);

  const pick = (day: string) => {
    onPick(day);
    box.current?.hidePopover();
    document.getElementById(input.id)?.focus();
  };
  return (
    <span className="datefield block relative" ref={field}>
      <input {...input} {...DATE_INPUT} value={text} onChange={(event) => onText(event.target.value)} />
      <ScriptButton className="icon-target" aria-label={label} aria-haspopup="dialog" popoverTarget={popover}>
        <Glyph name="calendar" />
      </ScriptButton>
      <div
        className="calbox fixed overflow-auto m-0 p-3 top-auto right-auto bottom-auto left-auto border border-rule-strong rounded-sm bg-surface text-text text-ui empty:hidden"
        id={popover}
        popover="auto"
        role="dialog"
        aria-label={label}
        ref={box}
        onToggle={({ newState, timeStamp }) => {
          setOpenedAt(newState === "open" ? timeStamp : null);
          if (newState === "open")
            void import("./calendar").then((loaded) => setCalendar(() => loaded.Calendar));
        }}
        onKeyDown={(event) => {
          // Closes the month alone, not the form around it.
          if (event.key === "Escape") event.stopPropagation();
        }}
      >
        {isOpen && Calendar ? (
          <Calendar key={openedAt} {...month} today={today ?? ofTheDevice()} onPick={pick} />
        ) : null}
      </div>
    </span>
  );
}

/** Below the field, or above it where there is no room; never outside the window. */
function placeAt(box: HTMLElement | null, field: HTMLElement | null): void {
  if (!box || !field) return;
  const { top, bottom, left } = field.getBoundingClientRect();
  const below = bottom + GAP;
  const isRoom = below + box.offsetHeight + GAP <= window.innerHeight;
  const right = document.documentElement.clientWidth - box.offsetWidth - GAP;
  box.style.left = `${Math.max(GAP, Math.min(left, right))}px`;
  box.style.top = `${isRoom ? below : Math.max(GAP, top - GAP - box.offsetHeight)}px`;
}

const GAP = 4;

const ofTheDevice = (): string => new Date().toISOString().slice(0, 10);
