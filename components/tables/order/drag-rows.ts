// Puts rows of a list in another order: by dragging their handle, with the arrow keys on it, or with the
// buttons "up" and "down", which need no dragging. The order is that of the page's elements: a form sends its
// boxes in it.

/** `say`: called with the row that was moved, and its place from 1. */
export function dragRows(list: HTMLElement, say: (row: HTMLElement, place: number) => void): void {
  const rows = (): HTMLElement[] => [...list.children].filter((one) => one instanceof HTMLElement);
  const rowOf = (target: EventTarget | null): HTMLElement | undefined =>
    rows().find((row) => target instanceof Node && row.contains(target));
  // The others move around it: a row that leaves the page for a moment would lose the focus and the pointer.
  const moveTo = (row: HTMLElement, to: number): void => {
    const all = rows();
    const place = Math.max(0, Math.min(all.length - 1, to));
    const here = all.indexOf(row);
    if (place > here) row.before(...all.slice(here + 1, place + 1));
    else row.after(...all.slice(place, here));
    say(row, place + 1);
  };

  const press = (event: Event): void => {
    const step = inside(event.target, "[data-move]")?.dataset["move"];
    const row = rowOf(event.target);
    if (step === undefined || row === undefined) return;
    moveTo(row, rows().indexOf(row) + Number(step));
  };
  const key = (event: KeyboardEvent): void => {
    const handle = inside(event.target, "[data-handle]");
    const row = rowOf(event.target);
    if (handle === null || row === undefined || event.ctrlKey || event.metaKey) return;
    const last = rows().length - 1;
    const here = rows().indexOf(row);
    const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: last }[event.code];
    if (to === undefined) return;
    event.preventDefault();
    moveTo(row, to);
  };
  const drag = (event: PointerEvent): void => {
    const handle = inside(event.target, "[data-handle]");
    const row = rowOf(event.target);
    if (handle === null || row === undefined || event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    row.dataset["dragged"] = "";
    const from = rows().indexOf(row);
    const follow = ({ clientY }: PointerEvent): void => {
      const others = rows().filter((one) => one !== row);
      const above = others.filter((one) => middleOf(one) < clientY).length;
      if (above !== rows().indexOf(row)) moveTo(row, above);
    };
    const end = ({ type }: Event): void => {
      if (type === "pointercancel") moveTo(row, from);
      delete row.dataset["dragged"];
      handle.removeEventListener("pointermove", follow);
      for (const name of ENDS) handle.removeEventListener(name, end);
    };
    handle.addEventListener("pointermove", follow);
    for (const name of ENDS) handle.addEventListener(name, end);
  };
  list.addEventListener("click", press);
  list.addEventListener("keydown", key);
  list.addEventListener("pointerdown", drag);
}

const ENDS = ["pointerup", "pointercancel"];

const inside = (target: EventTarget | null, what: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(what) : null;

function middleOf(one: HTMLElement): number {
  const { top, height } = one.getBoundingClientRect();
  return top + height / 2;
}
