// Takes over what was typed or ticked before the page's script ran. Separate from the controls, so that a
// page with one box doesn't load all of them.
import { useAlive } from "@/components/ui/alive";

/**
 * Text typed before the page's script ran is in the control, but not in the form's state.
 * This takes it over as soon as the control is mounted.
 */
export function adoptTyped(value: string, onChange: (value: string) => void) {
  return (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null) => {
    if (control && control.value !== value) onChange(control.value);
  };
}

/**
 * The same for a text area. Where the server sent a value, React resets the control to it before mounting,
 * so the typed text is read just before that.
 */
export function useTypedEarly(path: string, value: string, onChange: (value: string) => void) {
  const early = useAlive() ? null : standsIn(path);
  return (control: HTMLTextAreaElement | null) => {
    if (control && (early ?? control.value) !== value) onChange(early ?? control.value);
  };
}

function standsIn(path: string): string | null {
  if (typeof document === "undefined") return null;
  const control = document.getElementById(path);
  return control instanceof HTMLTextAreaElement ? control.value : null;
}

/** The same for a checkbox or a radio button. */
export function adoptTick(ticked: boolean, onChange: () => void) {
  return (control: HTMLInputElement | null) => {
    if (control && control.checked !== ticked && (control.checked || control.type === "checkbox")) onChange();
  };
}
