import { z } from "zod";
import { created, list, one, wholeList } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { orProposed } from "@/lib/api/proposal";
import { ok } from "@/lib/domain/base/result";
import { mayKeepPeople, mayReadPeople } from "@/lib/domain/people/actor";
import { asksForPower } from "@/lib/domain/people/person";
import { removeIdentity } from "@/lib/people/identities/commands";
import {
  endedSessions,
  knownPerson,
  me,
  ownSession,
  person,
  personWithLink,
  presentMe,
} from "@/lib/people/people/answers";
import { changePerson, createPerson, renewLink, signOutPerson } from "@/lib/people/people/commands";
import { peopleQuery } from "@/lib/people/people/filter";
import { chooseLanguage } from "@/lib/people/people/language";
import { loadOwnSessions, loadPeople, loadPerson } from "@/lib/people/people/queries";
import { languageInput, personChanges, personInput, reasonInput } from "@/lib/people/people/schema";
import { removeSecondFactor } from "@/lib/people/people/second-factor";
import { endOwnSession } from "@/lib/people/people/sessions";

const ACCOUNT_REFUSALS = ["reason-missing", "proposal-open"] as const;

export const personOperations = [
  operation({
    method: "GET",
    path: "/me",
    summary: "Get your own account",
    may: anyone,
    answer: one(me, presentMe),
    run: ({ actor }) => ok(actor),
  }),
  operation({
    method: "POST",
    path: "/me/language",
    summary: "Set the language of your pages and responses",
    may: anyone,
    body: languageInput,
    answer: one(me, presentMe),
    run: ({ actor, body }) => chooseLanguage(actor, body),
  }),
  operation({
    method: "GET",
    path: "/me/sessions",
    summary: "List your open sessions: this one first, then the most recently used",
    may: anyone,
    answer: wholeList(ownSession),
    run: ({ actor }) => loadOwnSessions(actor),
  }),
  operation({
    method: "POST",
    path: "/me/sessions/{id}/end",
    summary: "End one of your sessions",
    isUnlimited: true,
    may: anyone,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: one(endedSessions),
    run: ({ actor, path }) => endOwnSession(actor, { id: path }),
  }),
  operation({
    method: "GET",
    path: "/people",
    summary: "List accounts",
    may: mayReadPeople,
    query: peopleQuery.parameters,
    filter: peopleQuery.parse,
    answer: list(knownPerson),
    run: ({ actor, query }) => loadPeople(actor, query),
  }),
  operation({
    method: "POST",
    path: "/people",
    summary: "Create an account, or propose one that has power",
    may: mayKeepPeople,
    body: personInput,
    proof: asksForPower,
    answer: orProposed(created(personWithLink, (person) => `/api/v1/people/${person.id}`)),
    refuses: ACCOUNT_REFUSALS,
    run: ({ actor, body }) => createPerson(actor, body),
  }),
  operation({
    method: "GET",
    path: "/people/{id}",
    summary: "Get an account",
    may: mayReadPeople,
    params: byId,
    answer: one(knownPerson),
    run: ({ actor, path }) => loadPerson(actor, path),
  }),
  operation({
    method: "PATCH",
    path: "/people/{id}",
    summary: "Change or disable an account; a change that gives power is proposed",
    may: mayKeepPeople,
    params: byId,
    version: "required",
    body: personChanges,
    proof: asksForPower,
    answer: orProposed(one(person)),
    refuses: ACCOUNT_REFUSALS,
    run: ({ actor, path, version, body }) =>
      changePerson(actor, { id: path, ifMatch: version, changes: body }),
  }),
  operation({
    method: "POST",
    path: "/people/{id}/sign-out",
    summary: "End all sessions of an account, revoke its tokens and pause its webhooks",
    isUnlimited: true,
    may: mayKeepPeople,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: one(person),
    run: ({ actor, path }) => signOutPerson(actor, { id: path }),
  }),
  operation({
    method: "POST",
    path: "/people/{id}/link",
    summary: "Make a new link to set the password; proposed if the account has a password or power",
    may: mayKeepPeople,
    params: byId,
    body: reasonInput,
    proof: () => true,
    mayBeEmpty: true,
    answer: orProposed(one(personWithLink)),
    refuses: ACCOUNT_REFUSALS,
    run: ({ actor, path, body: { reason = null } }) => renewLink(actor, { id: path, reason }),
  }),
  operation({
    method: "POST",
    path: "/people/{id}/identity/remove",
    summary: "Unlink the organisation’s sign-in from an account; all its sessions end",
    may: mayKeepPeople,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    answer: one(person),
    run: ({ actor, path }) => removeIdentity(actor, { id: path }),
  }),
  operation({
    method: "POST",
    path: "/people/{id}/second-factor/remove",
    summary: "Propose to remove the second factor of an account whose device is lost",
    may: mayKeepPeople,
    params: byId,
    body: reasonInput,
    proof: () => true,
    mayBeEmpty: true,
    answer: orProposed(one(person)),
    refuses: ACCOUNT_REFUSALS,
    run: ({ actor, path, body: { reason = null } }) => removeSecondFactor(actor, { id: path, reason }),
  }),
];
