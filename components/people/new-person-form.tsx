"use client";
import { useState } from "react";
import { RadioControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useSave } from "@/components/form/use-save";
import { DeskField } from "./desk-field";
import { SetPasswordLink } from "./set-password-link";
import type { Option, Words } from "./words";

interface Made {
  id: string;
  name: string;
  setPasswordLink: string;
}

interface Props {
  title: string;
  roles: readonly Option[];
  participants: readonly Option[];
  words: Words;
}

/** A new account; what comes back is the link by which its owner sets the password. */
export function NewPersonForm({ title, roles, participants, words }: Props) {
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState("OFFICER");
  const [desk, setDesk] = useState<string[]>([]);
  const [made, setMade] = useState<Made | null>(null);
  const { save, busy, troubles, errors, attempt, signedOut } = useSave<Made>(words, false);

  const send = async () => {
    const body = { email: email.trim(), name: name.trim(), role, desk: role === "OFFICER" ? desk : [] };
    const sent = await save({ method: "POST", path: "/people", body });
    if (sent?.ok) setMade(sent.value);
  };
  if (made) {
    return (
      <>
        <SetPasswordLink path={made.setPasswordLink} name={made.name} words={words} />
        <p>
          <a className="btn" href={`/admin/people/${made.id}`}>
            {words["link.done"]}
          </a>
        </p>
      </>
    );
  }
  const shared = { errors, errorPrefix: words.errorPrefix ?? "" };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, signedOut, busy }}
      submit={words.create ?? ""}
      onSubmit={() => void send()}
      cancelHref="/admin/people"
      className="lform max-w-3xl"
    >
      <TextControl
        {...shared}
        path="email"
        label={words.email ?? ""}
        hint={words.emailHint}
        value={email}
        onChange={setEmail}
      />
      <TextControl {...shared} path="name" label={words.name ?? ""} value={name} onChange={setName} />
      <RadioControl
        {...shared}
        path="role"
        label={words.role ?? ""}
        value={role}
        onChange={setRole}
        options={roles}
      />
      {role === "OFFICER" ? (
        <DeskField
          desk={desk}
          onChange={setDesk}
          participants={participants}
          error={deskError(errors)}
          words={words}
        />
      ) : null}
    </FormFrame>
  );
}

/** `desk`, or one of its codes. */
export const deskError = (errors: ReadonlyMap<string, string>): string | undefined =>
  [...errors].find(([path]) => path === "desk" || path.startsWith("desk."))?.[1];
