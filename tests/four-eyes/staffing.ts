// Changes of staff between two moves: an administrator gives roles and desks and disables people, and desks are
// handed over.
import { pool } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/people/actor";
import { handOverDesk } from "@/lib/people/handovers/commands";
import { changePerson } from "@/lib/people/people/commands";
import { madeByTwo } from "../support/registers/accounts";
import type { Person } from "./model";
import type { Game, Move } from "./moves";

/** Looks a person up as at a sign-in: null if they are disabled. */
export async function actorOf({ id }: Person): Promise<Actor | null> {
  const { rows } = await pool().query<Actor>(
    "SELECT id, email, name, role, desk, sealed FROM person WHERE id = $1 AND disabled_at IS NULL",
    [id],
  );
  return rows[0] ? { ...rows[0], session: null, request: null } : null;
}

/** More often than not a person gets back what they had in the beginning. */
export function restaffs({ model, chance }: Game, beginning: ReadonlyMap<string, Person>): Move | null {
  const by = model.people.find(({ role }) => role === "ADMIN");
  const person = chance.of(model.people.filter(({ role }) => role !== "ADMIN"));
  const first = beginning.get(person.id);
  if (!by || !first) return null;
  const role = chance.odds(0.6) ? first.role : chance.of(["OFFICER", "MANAGER", "AUDITOR"] as const);
  const some = ["DE", "FR", "SE"].filter(() => chance.odds(0.5));
  const desk = role !== "OFFICER" ? [] : role === first.role && chance.odds(0.7) ? first.desk : some;
  const disabled = chance.odds(0.15);
  const givesPower = role === "MANAGER" && (person.role !== role || (person.disabled && !disabled));
  const decider = model.people.find((one) => one !== person && one.role === "MANAGER" && !one.disabled);
  if (givesPower && !decider) return null;
  const before = { role: person.role, desk: person.desk, disabled: person.disabled };
  return {
    by,
    says: `makes ${person.email} ${role} of ${desk.join(" ")}${disabled ? ", disabled" : ""}`,
    expected: "done",
    run: async (actor) => {
      const changes = { role, desk, disabled, reason: "As agreed" };
      const change = { id: person.id, ifMatch: person.version, changes };
      const other = decider && (await actorOf(decider));
      return madeByTwo(await changePerson(actor, change), other ?? actor);
    },
    then: () => {
      const after = { role, desk: [...desk], disabled };
      if (JSON.stringify(before) !== JSON.stringify(after)) person.version += 1;
      Object.assign(person, after);
    },
    about: null,
  };
}

export function handsOver({ model, chance }: Game): Move {
  const by = chance.of(model.people.filter(({ role }) => role === "ADMIN" || role === "OFFICER"));
  const from = by.role === "ADMIN" ? chance.of(model.people) : by;
  const to = chance.of(model.people);
  const participants = [chance.of(from.desk.length > 0 && chance.odds(0.9) ? from.desk : ["DE", "FR", "SE"])];
  const isPossible =
    from !== to &&
    to.role === "OFFICER" &&
    !to.disabled &&
    participants.every((code) => from.desk.includes(code));
  return {
    by,
    says: `hands ${participants.join(" ")} of ${from.email} over to ${to.email}`,
    expected: isPossible ? "done" : "invalid",
    run: (actor) => handOverDesk(actor, { from: from.email, to: to.email, participants, note: "On leave" }),
    then: () => {
      from.desk = from.desk.filter((code) => !participants.includes(code));
      to.desk = [...new Set([...to.desk, ...participants])].sort();
      from.version += 1;
      to.version += 1;
      for (const pledge of model.pledges)
        if (pledge.owner === from.email && participants.includes(pledge.participant) && !pledge.voided)
          Object.assign(pledge, { owner: to.email, version: pledge.version + 1 });
    },
    about: null,
  };
}
