"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { RadioControl, TextControl, textFields } from "@/components/form/controls";
import { TickField, tickFields } from "@/components/form/tick-field";
import { FormFrame } from "@/components/form/form-frame";
import type { Clash } from "@/components/form/merging/merge";
import { useAccount } from "@/components/form/use-draft";
import { useRecord } from "@/components/form/use-record";
import { ClearanceField } from "./clearance-field";
import { ReasonField } from "./reason-field";
import type { Role } from "@/lib/domain/people/actor";
import { givesPower } from "@/lib/domain/people/power";
import type { Option } from "@/components/form/words";
import type { PersonWords } from "./words";

export interface EditablePerson {
  id: string;
  version: number;
  name: string;
  role: string;
  desk: string[];
  sealed: boolean;
}

interface Props {
  person: EditablePerson;
  title: string;
  roles: readonly Option[];
  participants: readonly Option[];
  words: PersonWords;
  /** The account as saved. */
  onSaved: (person: { name: string; version: number }) => void;
}

export function EditPersonForm({ person, title, roles, participants, words, onSaved }: Props) {
  const account = useAccount();
  const form = useRecord<PersonChanges & Reason, EditablePerson, Saved>({
    words,
    name: `person-${person.id}`,
    read: person,
    path: `/people/${person.id}`,
    toDraft: ({ name, role, desk, sealed }) => ({ name, role, desk: [...desk].sort(), sealed, reason: "" }),
    body: ({ name, role, desk, sealed }) => ({
      name: name.trim(),
      role,
      sealed,
      desk: role === "OFFICER" ? [...desk].sort() : [],
    }),
    together: [["role", "desk"]],
    names: words.changed,
    request: (changes, { reason, role, sealed, desk }) => ({
      method: "PATCH",
      path: `/people/${person.id}`,
      body:
        isGiven(person, { role, sealed, desk }) || reason.trim() !== ""
          ? { ...changes, reason: reason.trim() }
          : changes,
    }),
    onSaved: (saved, message) => {
      if (saved && "wish" in saved) return location.assign(`/review/accounts/${saved.id}`);
      if (saved) onSaved(saved);
      form.renew(saved, message ?? words.saved);
    },
  });
  const { draft, set, fieldOf } = form;
  if (form.against) {
    const textOf = ({ field }: Clash, value: unknown) => textIn(field, value, { roles, participants, words });
    return <ConflictComparison {...form.against} {...{ textOf, words }} />;
  }
  return (
    <FormFrame {...form.frame} title={title} submit={words.save} cancelHref="/admin/people">
      <TextControl {...fieldOf("name")} required label={words.name} />
      {account === person.id ? (
        <p className="text-muted mb-4">{words.own}</p>
      ) : (
        <Rights {...{ draft, set, roles, participants, words }} />
      )}
      {isGiven(person, draft) || isWider(person, draft) ? (
        <ReasonField
          reason={draft.reason}
          required={isGiven(person, draft)}
          onChange={(reason) => set({ reason })}
          words={words}
        />
      ) : null}
    </FormFrame>
  );
}

/** Role, desk and clearance: nobody can change their own. */
function Rights({
  draft,
  set,
  roles,
  participants,
  words,
}: Pick<Props, "roles" | "participants" | "words"> & {
  draft: PersonChanges;
  set: (part: Partial<PersonChanges> | ((before: PersonChanges) => Partial<PersonChanges>)) => void;
}) {
  const fieldOf = textFields(draft, set);
  return (
    <>
      <RadioControl {...fieldOf("role")} required label={words.role} options={roles} />
      {draft.role === "OFFICER" ? (
        <TickField
          {...tickFields(draft, set)("desk")}
          label={words.desk}
          hint={words.deskHint}
          options={participants}
        />
      ) : null}
      <ClearanceField sealed={draft.sealed} onChange={(sealed) => set({ sealed })} words={words} />
    </>
  );
}

interface Reason {
  reason: string;
}
/** The account, or the proposal to change it. */
type Saved = EditablePerson | { id: string; wish: object };

type Office = Pick<EditablePerson, "role" | "sealed" | "desk">;

const isGiven = (before: Office, after: Office): boolean =>
  givesPower(
    { ...before, role: before.role as Role, disabledAt: null },
    { ...after, role: after.role as Role, disabledAt: null },
    [],
  );

/**
 * Only the register knows whether that gives power: this page doesn't know which desks have sealed numbers.
 */
const isWider = (before: Office, after: Office): boolean =>
  after.desk.some((code) => !before.desk.includes(code));

type PersonChanges = Pick<EditablePerson, "name" | "role" | "desk" | "sealed">;

function textIn(
  field: string,
  value: unknown,
  { roles, participants, words }: Pick<Props, "roles" | "participants" | "words">,
): string {
  if (field === "role") return roles.find((role) => role.value === value)?.label ?? String(value);
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (!Array.isArray(value)) return String(value);
  const names = participants.filter((one) => value.includes(one.value)).map(({ label }) => label);
  return names.join(", ") || words.noDesk;
}
