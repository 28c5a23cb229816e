// What each key does, by its place on the keyboard, so that it is the same on a Ukrainian layout.
import type { Role } from "@/lib/domain/people/actor";

export type PaletteSearch = { open: "palette" | "sheet" } | { go: string } | { wait: true } | null;

/** Props of the palette and of the list of keys. */
export interface OpenedPalette {
  role: Role;
  /** The moment that links keep. */
  asOf: string | null;
  onShortcuts: () => void;
  onClose: () => void;
}

export interface Pressed {
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

/** `begun`: G was pressed just before. `single`: keys without Ctrl are on, and nobody is typing. */
export function paletteSearchOf(key: Pressed, { begun, single, role }: State): PaletteSearch {
  if (key.altKey || key.repeat) return null;
  if (key.ctrlKey !== key.metaKey) return key.code === "KeyK" && !key.shiftKey ? { open: "palette" } : null;
  if (!single || key.ctrlKey) return null;
  if (key.shiftKey) return key.code === "Slash" ? { open: "sheet" } : null;
  if (!begun) return key.code === "KeyG" && goKeys(role).length > 0 ? { wait: true } : null;
  const found = goKeys(role).find(({ code }) => code === key.code);
  return found ? { go: found.href } : null;
}

interface State {
  begun: boolean;
  single: boolean;
  role: Role;
}

/** Letters after G. An administrator has few enough pages without them. */
export const goKeys = (role: Role) => (role === "ADMIN" ? [] : GO.filter(({ not }) => not !== role));

const GO = [
  { code: "KeyU", letter: "U", name: "unresolved", href: "/unresolved", not: null },
  { code: "KeyP", letter: "P", name: "pledges", href: "/pledges", not: null },
  { code: "KeyC", letter: "C", name: "coverage", href: "/coverage", not: null },
  { code: "KeyI", letter: "I", name: "inbox", href: "/inbox", not: null },
  { code: "KeyM", letter: "M", name: "mine", href: "/mine", not: "AUDITOR" },
  { code: "KeyR", letter: "R", name: "review", href: "/review", not: null },
] as const;
