"use client";
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { RadioControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import { ClearanceField } from "./clearance-field";
import { ReasonField } from "./reason-field";
import { DeskField } from "./desk-field";
import { SetPasswordLink } from "./set-password-link";
import type { Role } from "@/lib/domain/people/actor";
import { hasPower } from "@/lib/domain/people/power";
import type { Option } from "@/components/form/words";
import type { PersonWords } from "./words";

interface Made {
  id: string;
  name: string;
  /** Null: it was mailed to the person. */
  setPasswordLink: string | null;
}

interface Props {
  /** The user's account. */
  account: string;
  title: string;
  roles: readonly Option[];
  participants: readonly Option[];
  words: PersonWords;
}

/** Saving answers a link with which the person sets a password. */
export function NewPersonForm({ account, title, roles, participants, words }: Props) {
  const kept = useDraft(account, "new-person", FRESH);
  const { email, name, role, desk, sealed, reason } = kept.value;
  const set = (part: Partial<typeof FRESH>) => kept.change((before) => ({ ...before, ...part }));
  // Whether a desk has sealed numbers is the register's to say.
  const mayTakeTwo = hasPower({ role: role as Role, sealed, desk }, desk);
  const [made, setMade] = useState<Made | null>(null);
  const { save, busy, troubles, errors, attempt } = useSave(words, false);

  const send = async () => {
    const body = {
      email: email.trim(),
      name: name.trim(),
      role,
      desk: role === "OFFICER" ? desk : [],
      sealed,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    };
    const sent = await save({ method: "POST", path: "/people", body });
    if (!sent?.ok) return;
    kept.forget();
    if ("wish" in sent.value) location.assign(`/review/accounts/${sent.value.id}`);
    else setMade(sent.value);
  };
  if (made) {
    return (
      <>
        {made.setPasswordLink === null ? (
          <p className="notice" role="status">
            {fillIn(words.link.mailed, { name: made.name })}
          </p>
        ) : (
          <SetPasswordLink path={made.setPasswordLink} name={made.name} words={words} />
        )}
        <p>
          <a className="btn" href={`/admin/people/${made.id}`}>
            {words.link.done}
          </a>
        </p>
      </>
    );
  }
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.create}
      onSubmit={() => void send()}
      cancelHref="/admin/people"
      className="lform max-w-3xl"
    >
      <TextControl
        {...shared}
        path="email"
        required
        label={words.email}
        hint={words.emailHint}
        value={email}
        onChange={(text) => set({ email: text })}
      />
      <TextControl
        {...shared}
        path="name"
        required
        label={words.name}
        value={name}
        onChange={(text) => set({ name: text })}
      />
      <RadioControl
        {...shared}
        path="role"
        required
        label={words.role}
        value={role}
        onChange={(value) => set({ role: value })}
        options={roles}
      />
      {role === "OFFICER" ? (
        <DeskField
          desk={desk}
          onChange={(change) => kept.change((before) => ({ ...before, desk: change(before.desk) }))}
          participants={participants}
          error={deskError(errors)}
          words={words}
        />
      ) : null}
      <ClearanceField sealed={sealed} onChange={(next) => set({ sealed: next })} words={words} />
      {mayTakeTwo ? (
        <ReasonField
          reason={reason}
          onChange={(text) => set({ reason: text })}
          errors={errors}
          words={words}
        />
      ) : null}
    </FormFrame>
  );
}

const FRESH = { email: "", name: "", role: "OFFICER", desk: [] as string[], sealed: false, reason: "" };

/** An error of `desk`, or of one of its codes. */
export const deskError = (errors: ReadonlyMap<string, string>): string | undefined =>
  [...errors].find(([path]) => path === "desk" || path.startsWith("desk."))?.[1];
