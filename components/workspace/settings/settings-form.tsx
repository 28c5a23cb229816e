"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { SelectControl, TextControl } from "@/components/form/controls";
import { GroupControl, LabelledTick } from "@/components/form/tick-field";
import { FormFrame } from "@/components/form/form-frame";
import type { Clash } from "@/components/form/merging/merge";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useRecord } from "@/components/form/use-record";
import type { Option } from "@/components/form/words";
import type { SettingsWords } from "./words";

interface Editable {
  version: number;
  timeZone: string;
  /** Null for none. */
  marking: string | null;
  staleDays: number;
  mandateDays: number;
  secondFactorFor: readonly string[];
}

interface Props {
  settings: Editable;
  title: string;
  zones: readonly Option[];
  roles: readonly Option[];
  words: SettingsWords;
}

/** Saving reloads the page, since all of it shows the settings. */
export function SettingsForm({ settings, title, zones, roles, words }: Props) {
  const form = useRecord<Draft, Editable>({
    words,
    name: "settings",
    read: settings,
    path: "/settings",
    toDraft: ({ timeZone, marking, staleDays, mandateDays, secondFactorFor }) => ({
      timeZone,
      marking: marking ?? "",
      staleDays: String(staleDays),
      mandateDays: String(mandateDays),
      secondFactorFor: [...secondFactorFor].sort(),
    }),
    body: ({ timeZone, marking, staleDays, mandateDays, secondFactorFor }) => ({
      timeZone,
      marking: marking.trim() || null,
      staleDays: daysSent(staleDays),
      mandateDays: daysSent(mandateDays),
      secondFactorFor: [...secondFactorFor].sort(),
    }),
    names: {
      timeZone: words.timeZone,
      marking: words.marking,
      staleDays: words.staleDays,
      mandateDays: words.mandateDays,
      secondFactorFor: words.secondFactorFor,
    },
    onSaved: (_saved, message) => navigateWithMessage("/admin/settings", message ?? words.saved),
  });
  const { fieldOf } = form;
  const ticks = form.ticksOf("secondFactorFor");
  if (form.against) {
    const textOf = (clash: Clash, value: unknown) => textIn(clash, value, { roles, words });
    return <ConflictComparison {...form.against} {...{ textOf, words }} />;
  }
  return (
    <FormFrame {...form.frame} title={title} submit={words.save} cancelHref="/admin/settings">
      <SelectControl
        {...fieldOf("timeZone")}
        required
        label={words.timeZone}
        hint={words.timeZoneHint}
        options={zones}
      />
      <TextControl {...fieldOf("marking")} label={words.marking} hint={words.markingHint} />
      <TextControl
        {...fieldOf("staleDays")}
        required
        label={words.staleDays}
        hint={words.staleDaysHint}
        numeric
      />
      <TextControl
        {...fieldOf("mandateDays")}
        required
        label={words.mandateDays}
        hint={words.mandateDaysHint}
        numeric
      />
      <GroupControl path="secondFactorFor" label={words.secondFactorFor} hint={words.secondFactorHint}>
        {roles.map(({ value, label }) => (
          <LabelledTick
            key={value}
            name="secondFactorFor"
            value={value}
            ticked={ticks.ticked.includes(value)}
            onToggle={() => ticks.onToggle(value)}
          >
            {label}
          </LabelledTick>
        ))}
      </GroupControl>
    </FormFrame>
  );
}

/** Text that is no number is sent as typed, and refused. */
const daysSent = (text: string): number | string => (/^\d+$/.test(text.trim()) ? Number(text) : text);

interface Draft {
  timeZone: string;
  marking: string;
  staleDays: string;
  mandateDays: string;
  secondFactorFor: string[];
}

function textIn({ field }: Clash, value: unknown, { roles, words }: Pick<Props, "roles" | "words">): string {
  if (field === "secondFactorFor" && Array.isArray(value))
    return (
      roles
        .filter((role) => value.includes(role.value))
        .map(({ label }) => label)
        .join(", ") || words.nobody
    );
  return typeof value === "string" || typeof value === "number" ? String(value) : words.noMarking;
}
