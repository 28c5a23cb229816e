"use client";
import { useEffect, useRef, type MouseEvent } from "react";
import { errorLook } from "@/components/ui/looks";
import { focusOnArrival } from "@/components/ui/pointer";

/**
 * Errors at the top, each a link to its field (`field`: the control's id).
 * Takes the focus when it appears, and again with each new `attempt`; 0 is the one that the page was loaded with.
 */
export function ErrorSummary({
  title,
  errors,
  attempt,
}: {
  title: string;
  errors: readonly { field?: string | undefined; message: string }[];
  attempt: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (attempt === 0 ? focusOnArrival(box.current) : box.current?.focus()), [attempt]);
  if (errors.length === 0) return null;
  return (
    <div
      className="mb-6 px-5 pt-3 pb-4 max-w-190 border-3 border-blocked rounded-sm"
      role="alert"
      aria-labelledby="error-summary"
      tabIndex={-1}
      ref={box}
    >
      <h2 className="mb-0.5 text-lead font-semibold" id="error-summary">
        {title}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a
                className="text-blocked-ink text-body/6.5 font-semibold"
                href={`#${field}`}
                onClick={(event) => focusField(event, field)}
              >
                {message}
              </a>
            ) : (
              <strong className={errorLook()}>{message}</strong>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A link alone would only scroll; the user wants to type. A group passes the focus to its first control. */
function focusField(event: MouseEvent, id: string) {
  const target = document.getElementById(id);
  if (!target) return;
  event.preventDefault();
  // Nothing in a closed section takes the focus.
  for (const section of document.querySelectorAll<HTMLDetailsElement>("details:not([open])"))
    if (section.contains(target)) section.open = true;
  const control = target.matches("input, select, textarea, button")
    ? target
    : (target.querySelector<HTMLElement>("input, select, textarea") ?? target.querySelector("button"));
  (control ?? target).focus();
  target.scrollIntoView({ block: "center" });
}
