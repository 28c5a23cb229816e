"use client";
import { useState } from "react";
import { RadioControl, TextControl } from "@/components/form/controls";
import { fill } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useSave } from "@/components/form/use-save";
import type { Conflict } from "@/lib/domain/refusal";
import { DeskField } from "./desk-field";
import { deskError } from "./new-person-form";
import type { Option, Words } from "./words";

interface Editable {
  id: string;
  version: number;
  name: string;
  role: string;
  desk: string[];
}

interface Props {
  person: Editable;
  title: string;
  roles: readonly Option[];
  participants: readonly Option[];
  words: Words;
  /** The account as it now stands. */
  onSaved: (person: { name: string; version: number }) => void;
}

/** Sends what was changed and nothing else, so that what others changed meanwhile stays. */
export function EditPersonForm({ person, title, roles, participants, words, onSaved }: Props) {
  const [held, setHeld] = useState(person);
  const [wish, setWish] = useState(person);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [said, setSaid] = useState("");
  const { save, busy, troubles, errors, attempt, signedOut } = useSave<Editable>(words);
  const set = (change: Partial<Editable>) => setWish((before) => ({ ...before, ...change }));

  const send = async (version = conflict?.current ?? held.version): Promise<void> => {
    const changes = changesOf(held, wish);
    if (Object.keys(changes).length === 0) return setSaid(words.none ?? "");
    const sent = await save({ method: "PATCH", path: `/people/${person.id}`, body: changes, version });
    if (sent === null) return;
    if (!sent.ok && sent.failure.is === "conflict") {
      const { conflict: theirs } = sent.failure;
      const both = theirs.fields.some((field) => field in changes);
      return both ? setConflict(theirs) : send(theirs.current);
    }
    if (!sent.ok) return;
    onSaved(sent.value);
    setHeld(sent.value);
    setWish(sent.value);
    setConflict(null);
    setSaid(words.saved ?? "");
  };

  const shared = { errors, errorPrefix: words.errorPrefix ?? "" };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, signedOut, busy }}
      submit={words.save ?? ""}
      onSubmit={() => void send()}
      cancelHref="/admin/people"
      className="lform max-w-3xl"
    >
      {conflict ? (
        <p className="notice" role="alert">
          {fill(words.meanwhile, { who: conflict.changedBy, fields: fieldsOf(conflict, words) })}{" "}
          <a href={`/admin/people/${person.id}`}>{words.theirs}</a>.
        </p>
      ) : null}
      <p role="status" className={said ? "notice done" : "vh"}>
        {said}
      </p>
      <TextControl
        {...shared}
        path="name"
        label={words.name ?? ""}
        value={wish.name}
        onChange={(name) => set({ name })}
      />
      <RadioControl
        {...shared}
        path="role"
        label={words.role ?? ""}
        value={wish.role}
        onChange={(role) => set({ role })}
        options={roles}
      />
      {wish.role === "OFFICER" ? (
        <DeskField
          desk={wish.desk}
          onChange={(change) => setWish((before) => ({ ...before, desk: change(before.desk) }))}
          participants={participants}
          error={deskError(errors)}
          words={words}
        />
      ) : null}
    </FormFrame>
  );
}

function changesOf(held: Editable, wish: Editable): Record<string, unknown> {
  const desk = wish.role === "OFFICER" ? [...wish.desk].sort() : [];
  return {
    ...(wish.name.trim() === held.name ? {} : { name: wish.name.trim() }),
    ...(wish.role === held.role ? {} : { role: wish.role }),
    ...(desk.join() === [...held.desk].sort().join() ? {} : { desk }),
  };
}

const fieldsOf = ({ fields }: Conflict, words: Words): string =>
  fields.map((field) => words[`changed.${field}`] ?? field).join(", ");
