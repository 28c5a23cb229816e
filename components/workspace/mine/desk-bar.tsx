import { LazyBulkBar } from "@/components/pledges/bulk/bar-lazy";
import { DESK_BAR } from "@/components/pledges/bulk/bar-look";
import { barWords } from "@/components/pledges/bulk/bar-words";
import type { Owners } from "@/components/pledges/inline-edit/read";
import { RowKeys } from "@/components/tables/keys/row-keys";
import type { Actor } from "@/lib/domain/people/actor";
import { PLEDGE_LIMITS } from "@/lib/pledges/pledges/schema";

/** What is done with the desk's ticked pledges, by hand or by key. */
export const DeskBar = ({ actor, owners }: { actor: Actor; owners: Owners }) => (
  <>
    <RowKeys />
    <LazyBulkBar
      desk={actor.role === "MANAGER" ? null : actor.desk}
      most={PLEDGE_LIMITS.changed}
      owners={owners}
      words={barWords()}
      look={DESK_BAR}
    />
  </>
);
