"use client";
import { useState } from "react";
import { EditPersonForm, type EditablePerson } from "./edit-person-form";
import { PersonActions, type PersonAccess } from "./person-actions";
import { useAccount } from "@/components/form/use-draft";
import type { Role } from "@/lib/domain/people/actor";
import { hasPower } from "@/lib/domain/people/power";
import type { Option } from "@/components/form/words";
import { Section } from "@/components/ui/page/section";
import type { PersonWords } from "./words";

interface Props {
  person: EditablePerson & Omit<PersonAccess, "hasPower">;
  headings: { change: string; access: string };
  roles: readonly Option[];
  participants: readonly Option[];
  words: PersonWords;
}

/** The actions use the version that the form last saved, or the page's if that is later. */
export function PersonEditor({ person, headings, roles, participants, words }: Props) {
  const account = useAccount();
  const [saved, setSaved] = useState<Pick<EditablePerson, "name" | "version">>(person);
  const { name, version } = saved.version > person.version ? saved : person;
  return (
    <>
      <Section title={headings.change}>
        <EditPersonForm {...{ person, roles, participants, words }} title={person.name} onSaved={setSaved} />
      </Section>
      <Section title={headings.access}>
        <PersonActions
          person={{
            ...person,
            ...{ name, version },
            hasPower: hasPower({ ...person, role: person.role as Role }, person.desk),
          }}
          own={account === person.id}
          words={words}
        />
      </Section>
    </>
  );
}
