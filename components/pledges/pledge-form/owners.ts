// Whom a pledge can be given to. An owner needn't have the participant on the desk, but then can't change the pledge.
import type { Option } from "@/components/form/words";
import { isWithinDesk } from "@/lib/domain/people/actor";
import type { PossibleOwner } from "@/lib/domain/people/person";
import type { Names } from "@/components/ui/names";

/** For lists in which owners are also chosen. */
export interface NamesAndOwners extends Names {
  possibleOwners: readonly PossibleOwner[];
}

/** The current owner stays in the list, also when the account no longer keeps records. */
export const ownerOptions = (owners: readonly PossibleOwner[], now: string): Option[] => [
  ...owners.map(({ email, name }) => ({ value: email, label: name })),
  ...(now === "" || owners.some(({ email }) => email === now) ? [] : [{ value: now, label: now }]),
];

/** The chosen owner, if the participant isn't on the desk. */
export const ownerElsewhere = (
  owners: readonly PossibleOwner[],
  owner: string,
  participant: string,
): PossibleOwner | undefined =>
  owners.find(({ email, desk }) => email === owner && !isWithinDesk(desk, participant));
