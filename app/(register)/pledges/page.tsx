import { PledgesOnPage } from "@/components/pledges/pledges/list";
import { loadConditionFacts } from "@/lib/conditions/conditions/queries";
import { momentOf } from "@/lib/domain/base/as-of";
import { dayOf } from "@/lib/domain/base/day";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { parsePledgeFilter, pledgeParameters } from "@/lib/pledges/pledges/filter";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { loadNames } from "../names";
import type { Search } from "../search";
import { titled } from "../../titled";
import { ViewsBeside } from "../views-beside";

const t = translator("pledges");

export const generateMetadata = titled(() => t("title"));

export default async function PledgesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [{ actor, viewer, at }, search] = await Promise.all([readAt(), searchParams]);
  const asked = parsePledgeFilter(pageParameters(pledgeParameters, search));
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/pledges" />;
  const waitedFor = asked.value.waits.flatMap((name) => leafNamed(name) ?? []);
  const [loaded, facts, names, { timeZone }] = await Promise.all([
    loadPledges(actor, asked.value, at),
    loadConditionFacts(actor, waitedFor, at),
    loadNames(actor, at),
    loadSettings(),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/pledges" />;
  if (!facts.ok) return <RefusedAndNoted refusal={facts.refusal} home="/pledges" />;

  const { after, limit: _limit, ...view } = asked.value;
  return (
    <PledgesOnPage
      found={loaded.value}
      facts={facts.value}
      further={after !== null}
      today={dayOf(momentOf(at), timeZone)}
      views={<ViewsBeside />}
      {...{ view, names, timeZone, actor, viewer }}
    />
  );
}
