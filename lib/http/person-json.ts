// People as JSON: the record, and for administrators more.
import type { Actor } from "@/lib/domain/people/actor";
import type { KnownPerson, Person } from "@/lib/domain/people/person";
import type { PersonWithLink } from "@/lib/people/people/commands";

export const meJson = ({ id, email, name, role, desk, language = null }: Actor) => ({
  id,
  email,
  name,
  role,
  desk,
  language,
});

export const personJson = (person: Person) => ({
  id: person.id,
  version: person.version,
  email: person.email,
  name: person.name,
  role: person.role,
  desk: person.desk,
  sealed: person.sealed,
  disabledAt: person.disabledAt,
  secondFactorAt: person.secondFactorAt,
  language: person.language,
  createdAt: person.createdAt,
  updatedAt: person.updatedAt,
});

export const knownPersonJson = (person: KnownPerson) => ({
  ...personJson(person),
  hasPassword: person.hasPassword,
  lastSignedInAt: person.lastSignedInAt,
  lastSeenAt: person.lastSeenAt,
});

/** The link is in this one answer only, to the actor who created it. */
export const personWithLinkJson = (person: PersonWithLink) => ({
  ...personJson(person),
  setPasswordLink: person.setPasswordLink,
});
