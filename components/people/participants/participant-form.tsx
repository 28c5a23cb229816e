"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { RadioControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { FormFrame } from "@/components/form/form-frame";
import type { Clash } from "@/components/form/merging/merge";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useRecord } from "@/components/form/use-record";
import type { Option } from "@/components/form/words";
import type { ParticipantWords } from "./form-words";
import { ParticipantDays } from "./participant-days";
import { dateShown } from "@/lib/i18n/typed-dates";

interface Editable {
  code: string;
  version: number;
  names: Readonly<Record<string, string>>;
  role: string;
  joinedOn: string | null;
  leftOn: string | null;
}

interface Props {
  participant: Editable;
  title: string;
  roles: readonly Option[];
  words: ParticipantWords;
}

/** A participant's code and kind can't be changed. */
export function ParticipantForm({ participant, title, roles, words }: Props) {
  const page = `/participants/${participant.code}`;
  const form = useRecord<Draft, Editable>({
    words,
    name: `participant-${participant.code}`,
    read: participant,
    path: page,
    toDraft: ({ names, role, joinedOn, leftOn }) => ({
      en: names.en ?? "",
      fr: names.fr ?? "",
      uk: names.uk ?? "",
      renamedOn: "",
      role,
      joinedOn: joinedOn ?? "",
      leftOn: leftOn ?? "",
      reason: "",
    }),
    body: ({ en, fr, uk, renamedOn, role, joinedOn, leftOn, reason }) => ({
      names: { en: en.trim(), fr: fr.trim() || null, uk: uk.trim() || null },
      renamedOn: renamedOn || null,
      role,
      joinedOn: joinedOn || null,
      leftOn: leftOn || null,
      reason: reason.trim() || null,
    }),
    names: {
      names: words.names,
      renamedOn: words.renamedOn,
      role: words.role,
      joinedOn: words.joinedOn,
      leftOn: words.leftOn,
      reason: words.reason,
    },
    onSaved: (_saved, message) => navigateWithMessage(page, message),
  });
  const { draft, set, fieldOf } = form;
  if (form.against) {
    const textOf = ({ field }: Clash, value: unknown) => textIn(field, value, { roles, words });
    return <ConflictComparison {...form.against} {...{ textOf, words }} />;
  }
  return (
    <FormFrame {...form.frame} title={title} submit={words.save} cancelHref={page}>
      <TextControl {...fieldOf("en", "names.en")} required label={words.en} />
      <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        <TextControl {...fieldOf("fr", "names.fr")} label={words.fr} />
        <TextControl {...fieldOf("uk", "names.uk")} label={words.uk} />
      </div>
      <DateControl {...fieldOf("renamedOn")} label={words.renamedOn} hint={words.renamedOnHint} />
      <RadioControl {...fieldOf("role")} required label={words.role} hint={words.roleHint} options={roles} />
      <ParticipantDays {...{ words, draft, set }} />
    </FormFrame>
  );
}

interface Draft {
  en: string;
  fr: string;
  uk: string;
  renamedOn: string;
  role: string;
  joinedOn: string;
  leftOn: string;
  reason: string;
}

function textIn(field: string, value: unknown, { roles, words }: Pick<Props, "roles" | "words">): string {
  if (field === "role") return roles.find((role) => role.value === value)?.label ?? String(value);
  if (typeof value === "object" && value !== null) return Object.values(value).filter(Boolean).join(", ");
  return typeof value === "string" ? dateShown("day", value) : words.notStated;
}
