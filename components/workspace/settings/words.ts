// Words of the settings form: the browser gets only these.
import { codeOptions, type Option } from "@/components/form/words";
import { ROLES } from "@/lib/domain/people/actor";
import { currentMessages } from "@/lib/i18n/translator";

export type SettingsWords = ReturnType<typeof settingsWords>;

export const settingsWords = () => ({ ...currentMessages().form, ...currentMessages().settings.form });

export const roleNames = (): Option[] => codeOptions("role", ROLES);

/** All zones that this server knows, the current one among them. */
export function timeZones(current: string): Option[] {
  const known = Intl.supportedValuesOf("timeZone").map((name) => RENAMED[name] ?? name);
  return [...new Set([...known, "UTC", current])].sort().map((value) => ({ value, label: value }));
}

const RENAMED: Record<string, string | undefined> = { "Europe/Kiev": "Europe/Kyiv" };
