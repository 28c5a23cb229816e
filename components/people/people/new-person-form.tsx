"use client";
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { RadioControl, TextControl } from "@/components/form/controls";
import { TickField } from "@/components/form/tick-field";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import { ClearanceField } from "./clearance-field";
import { ReasonField } from "./reason-field";
import { SetPasswordLink } from "./set-password-link";
import type { Role } from "@/lib/domain/people/actor";
import { hasPower } from "@/lib/domain/people/power";
import type { Option } from "@/components/form/words";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import type { PersonWords } from "./words";

interface Made {
  id: string;
  name: string;
  /** Null: it was mailed to the person. */
  setPasswordLink: string | null;
}

interface Props {
  title: string;
  roles: readonly Option[];
  participants: readonly Option[];
  words: PersonWords;
}

/** Saving answers a link with which the person sets a password. */
export function NewPersonForm({ title, roles, participants, words }: Props) {
  const { draft, set, fieldOf, ticksOf, save, forget, frame } = useForm(words, {
    name: "new-person",
    fresh: FRESH,
    keyed: false,
  });
  const { email, name, role, desk, sealed, reason } = draft;
  // Only the register knows whether a desk has sealed numbers.
  const mayTakeTwo = hasPower({ role: role as Role, sealed, desk }, desk);
  const takesTwo = hasPower({ role: role as Role, sealed, desk }, []);
  const [made, setMade] = useState<Made | null>(null);

  const send = async () => {
    const body = {
      email: email.trim(),
      name: name.trim(),
      role,
      desk: role === "OFFICER" ? desk : [],
      sealed,
      ...(takesTwo || reason.trim() !== "" ? { reason: reason.trim() } : {}),
    };
    const sent = await save({ method: "POST", path: "/people", body });
    if (!sent?.ok) return;
    forget();
    if ("wish" in sent.value) location.assign(`/review/accounts/${sent.value.id}`);
    else setMade(sent.value);
  };
  if (made) {
    return (
      <>
        {made.setPasswordLink === null ? (
          <p className={noticeLook()} role="status">
            {fillIn(words.link.mailed, { name: made.name })}
          </p>
        ) : (
          <SetPasswordLink path={made.setPasswordLink} name={made.name} words={words} />
        )}
        <p>
          <a className={buttonLook()} href={`/admin/people/${made.id}`}>
            {words.link.done}
          </a>
        </p>
      </>
    );
  }
  return (
    <FormFrame {...frame} title={title} submit={words.create} onSubmit={send} cancelHref="/admin/people">
      <TextControl {...fieldOf("email")} required label={words.email} hint={words.emailHint} />
      <TextControl {...fieldOf("name")} required label={words.name} />
      <RadioControl {...fieldOf("role")} required label={words.role} options={roles} />
      {role === "OFFICER" ? (
        <TickField {...ticksOf("desk")} label={words.desk} hint={words.deskHint} options={participants} />
      ) : null}
      <ClearanceField sealed={sealed} onChange={(next) => set({ sealed: next })} words={words} />
      {mayTakeTwo ? (
        <ReasonField
          reason={reason}
          required={takesTwo}
          onChange={(text) => set({ reason: text })}
          words={words}
        />
      ) : null}
    </FormFrame>
  );
}

const FRESH = { email: "", name: "", role: "", desk: [] as string[], sealed: false, reason: "" };
