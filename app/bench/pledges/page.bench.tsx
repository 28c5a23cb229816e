import { FilterForm } from "@/components/pledges/filter-form";
import { Pager } from "@/components/pledges/pager";
import { Summary } from "@/components/pledges/summary";
import { PledgeTable } from "@/components/pledges/table";
import type { PledgesView } from "@/components/pledges/view";
import { memory } from "../memory";

const VIEW: PledgesView = {
  participant: [], priority: [], stage: [], class: [], code: [], owner: [], kind: [], domain: [], q: null,
  voided: "without", sort: "reference", turned: false,
}; // prettier-ignore

export default function PledgesTwin() {
  const { pledges, names, timeZone } = memory();
  return (
    <main>
      <FilterForm view={VIEW} names={names} />
      <Summary view={VIEW} total={pledges.total} capped={pledges.capped} />
      <PledgeTable pledges={pledges.items} view={VIEW} names={names} timeZone={timeZone} />
      <Pager view={VIEW} next={pledges.next} further={false} />
    </main>
  );
}
