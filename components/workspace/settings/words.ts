// Words of the settings form: the browser gets only these.
import type { Option, Words } from "@/components/form/words";
import { ROLES } from "@/lib/domain/people/actor";
import { currentMessages, translator } from "@/lib/i18n/translator";

const domain = translator("domain");

export const settingsWords = (): Words => {
  const { error, ...form } = currentMessages().settings.form;
  const errors = Object.entries(error).flatMap(([field, words]) =>
    Object.entries(words).map(([code, word]) => [`error.${field}.${code}`, word] as const),
  );
  return { ...currentMessages().form, ...form, ...Object.fromEntries(errors) };
};

export const roleNames = (): Option[] =>
  ROLES.map((role) => ({ value: role, label: domain(`role.${role}`) }));

/** All zones that this server knows, the current one among them. */
export function timeZones(current: string): Option[] {
  const known = Intl.supportedValuesOf("timeZone").map((name) => RENAMED[name] ?? name);
  return [...new Set([...known, "UTC", current])].sort().map((value) => ({ value, label: value }));
}

const RENAMED: Record<string, string | undefined> = { "Europe/Kiev": "Europe/Kyiv" };
