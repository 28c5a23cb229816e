"use client";
import { fillIn } from "@/components/form/fill";
import { ownerElsewhere } from "@/components/pledges/pledge-form/owners";
import { referenceParts } from "@/lib/domain/details/reference-order";
import type { PossibleOwner } from "@/lib/domain/people/person";
import type { SelectedPledges } from "./selection";
import { bulkWords } from "./words";

interface Props {
  chosen: SelectedPledges;
  owners: readonly PossibleOwner[];
  owner: string;
}

/** How many of the selected pledges the chosen owner couldn't change. */
export function OwnerNote({ chosen, owners, owner }: Props) {
  const found = [...chosen.keys()].flatMap(
    (reference) => ownerElsewhere(owners, owner, referenceParts(reference)[0]) ?? [],
  );
  const [one] = found;
  if (!one) return null;
  const counts = { name: one.name, count: found.length, total: chosen.size };
  return <p className="text-caption text-muted mt-1">{fillIn(bulkWords().ownerElsewhere, counts)}</p>;
}
