// Responsibilities in a snapshot: active accounts, by name.
import { compareTexts } from "../base/listing";
import type { Role } from "../people/actor";
import { possibleOwner, type PersonDesk, type PossibleOwner } from "../people/person";
import type { SnapshotRecords } from "./record-from-log";
import type { Snapshot } from "./snapshot";

export const ownersIn = (snapshot: Snapshot, roles: readonly Role[]): PossibleOwner[] =>
  inUse(snapshot)
    .filter(({ role }) => roles.includes(role))
    .map(possibleOwner);

export const desksIn = (snapshot: Snapshot): PersonDesk[] =>
  inUse(snapshot)
    .filter(({ role, desk }) => role === "OFFICER" && desk.length > 0)
    .map(({ name, desk }) => ({ name, desk }));

const inUse = ({ person }: Snapshot): SnapshotRecords["person"][] =>
  [...person.values()]
    .filter(({ disabledAt }) => disabledAt === null)
    .sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.email, b.email));
