"use client";
import { RadioControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { TickField } from "@/components/form/tick-field";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import type { SignInGroupWords } from "./words";

interface Props {
  title: string;
  roles: readonly Option[];
  participants: readonly Option[];
  words: SignInGroupWords;
}

export function NewSignInGroupForm({ title, roles, participants, words }: Props) {
  const form = { name: "new-sign-in-group", fresh: FRESH, keyed: false };
  const { draft, fieldOf, ticksOf, save, leave, frame } = useForm(words, form);
  const isOfficers = draft.role === "OFFICER";
  const send = async () => {
    const { name, role, desk, sealed } = draft;
    const gives = { role, desk: isOfficers ? desk : [], sealed: sealed.length > 0 };
    const sent = await save({
      method: "POST",
      path: "/sign-in-groups",
      body: { name: name.trim(), ...gives },
    });
    if (sent?.ok) leave(location.pathname, fillIn(words.added, { name: name.trim() }));
  };
  return (
    <FormFrame {...frame} title={title} submit={words.add} onSubmit={send} cancelHref="/admin/settings">
      <TextControl {...fieldOf("name")} required label={words.name} hint={words.nameHint} />
      <RadioControl {...fieldOf("role")} required label={words.role} options={roles} />
      {isOfficers ? (
        <TickField {...ticksOf("desk")} label={words.desk} hint={words.deskHint} options={participants} />
      ) : null}
      <TickField
        {...ticksOf("sealed")}
        label={words.sealed}
        options={[{ value: "sealed", label: words.sealedLabel }]}
      />
    </FormFrame>
  );
}

const FRESH = { name: "", role: "OFFICER", desk: [] as string[], sealed: [] as string[] };
