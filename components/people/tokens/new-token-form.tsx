"use client";
import { useState } from "react";
import { SelectControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { TickField } from "@/components/form/tick-field";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import { ShownOnce } from "@/components/ui/page/shown-once";
import type { TokenWords } from "./words";

interface Props {
  title: string;
  /** Roles that the token may have; a single one isn't asked for. */
  roles: readonly Option[];
  /** Participants that an officer's token may have. */
  participants: readonly Option[];
  /** Whether the person might see sealed numbers. */
  sealable: boolean;
  groups: readonly Option[];
  days: readonly Option[];
  words: TokenWords;
}

export function NewTokenForm({ title, roles, participants, sealable, groups, days, words }: Props) {
  const fresh = { ...FRESH, role: roles[0]?.value ?? "", desk: participants.map(({ value }) => value) };
  const form = { name: "new-token", fresh, keyed: false };
  const { draft, fieldOf, ticksOf, save, forget, frame } = useForm(words, form);
  const [made, setMade] = useState<string | null>(null);
  const isOfficers = draft.role === "OFFICER";

  const send = async () => {
    const { name, role, desk, sealed } = draft;
    const scope = { role, desk: isOfficers ? desk : [], sealed: sealable && sealed.length > 0 };
    const body = { name: name.trim(), days: Number(draft.days), groups: draft.groups, ...scope };
    const sent = await save({ method: "POST", path: "/me/tokens", body });
    if (!sent?.ok) return;
    forget();
    setMade(sent.value.token);
  };
  if (made !== null) return <ShownOnce secret={made} href="/profile/tokens" words={words} />;
  return (
    <FormFrame {...frame} title={title} submit={words.make} onSubmit={send} cancelHref="/profile">
      <TextControl {...fieldOf("name")} required label={words.name} hint={words.nameHint} />
      <SelectControl {...fieldOf("days")} required label={words.days} hint={words.daysHint} options={days} />
      {roles.length > 1 ? (
        <SelectControl {...fieldOf("role")} required label={words.role} options={roles} />
      ) : null}
      <TickField {...ticksOf("groups")} label={words.groups} hint={words.groupsHint} options={groups} />
      {isOfficers && participants.length > 0 ? (
        <TickField {...ticksOf("desk")} label={words.desk} hint={words.deskHint} options={participants} />
      ) : null}
      {sealable ? (
        <TickField
          {...ticksOf("sealed")}
          label={words.sealed}
          options={[{ value: "sealed", label: words.sealedLabel }]}
        />
      ) : null}
    </FormFrame>
  );
}

const FRESH = { name: "", days: "90", groups: [] as string[], sealed: [] as string[] };
