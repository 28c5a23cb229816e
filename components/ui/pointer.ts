let isDown = false;

if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (isDown = true), true);
  for (const ends of ["pointerup", "pointercancel"])
    window.addEventListener(ends, () => (isDown = false), true);
}

/** At once, or after the current click: an element that moves under the pointer would miss that click. */
export function onceReleased(run: () => void, isPressed = isDown): void {
  if (isPressed) window.addEventListener("pointerup", () => setTimeout(run), { once: true });
  else run();
}

/**
 * Moves the focus when a page has loaded, unless the user is typing or pressing something by then: the script
 * may be late, and a jump would lose what they type or click.
 */
export function focusOnArrival(element: HTMLElement | null, options?: FocusOptions): void {
  const focus = () => {
    if (document.activeElement === document.body) element?.focus(options);
  };
  onceReleased(focus, isDown || document.querySelector("body :active") !== null);
}
