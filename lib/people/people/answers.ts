// People as JSON: the record, and for administrators more.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, instant, version } from "@/lib/api/parts";
import { LANGUAGES } from "@/lib/domain/base/language";
import { type Actor, ROLES } from "@/lib/domain/people/actor";
import { BROWSERS, SYSTEMS } from "@/lib/domain/people/session";

const account = {
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  desk: z.array(code),
  /** The language of the API's answers; null: the request's. */
  language: z.enum(LANGUAGES).nullable(),
};

export const me = z.object(account).register(answers, { id: "Me" });

export const person = z
  .object({
    ...account,
    version,
    sealed: z.boolean(),
    disabledAt: instant.nullable(),
    secondFactorAt: instant.nullable(),
    aloneAt: instant.nullable(),
    factorRemovedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Person" });

export const knownPerson = z
  .object({
    ...person.shape,
    hasPassword: z.boolean(),
    /** At the single sign-on provider; null: none is bound. */
    identity: z.object({ issuer: z.string(), boundAt: instant }).nullable(),
    lastSignedInAt: instant.nullable(),
    lastSeenAt: instant.nullable(),
  })
  .register(answers, { id: "KnownPerson" });

/** The link is in this one answer only, to the actor who created it; null: it was mailed to the person. */
export const personWithLink = z
  .object({ ...person.shape, setPasswordLink: z.string().nullable() })
  .register(answers, { id: "PersonWithLink" });

/** Shown once. */
export const setPasswordLink = z
  .object({ setPasswordLink: z.string() })
  .register(answers, { id: "SetPasswordLink" });

export const ownSession = z
  .object({
    id: z.uuid(),
    /** As the browser states it, if it was recognised. */
    device: z.object({ browser: z.enum(BROWSERS).nullable(), system: z.enum(SYSTEMS).nullable() }),
    signedInAt: instant,
    lastSeenAt: instant,
    /** The session of this request. */
    isThis: z.boolean(),
  })
  .register(answers, { id: "OwnSession" });

export const endedSessions = z
  .object({ ended: z.int().nonnegative() })
  .register(answers, { id: "EndedSessions" });

export const presentMe = (actor: Actor): Shaped<typeof me> => ({
  ...actor,
  language: actor.language ?? null,
});
