import { LazyBulkBar } from "@/components/pledges/bulk/bar-lazy";
import { DESK_BAR } from "@/components/pledges/bulk/bar-look";
import { barWords } from "@/components/pledges/bulk/bar-words";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { deskLimit, type Actor } from "@/lib/domain/people/actor";
import type { PossibleOwner } from "@/lib/domain/people/person";
import { PLEDGE_LIMITS } from "@/lib/pledges/pledges/schema";

/** What is done with the desk's ticked pledges, by hand or by key. */
export const DeskBar = ({ actor, owners }: { actor: Actor; owners: readonly PossibleOwner[] }) => (
  <>
    <RowKeys />
    <LazyBulkBar
      desk={deskLimit(actor)}
      most={PLEDGE_LIMITS.changed}
      owners={owners}
      words={barWords()}
      look={DESK_BAR}
    />
  </>
);
