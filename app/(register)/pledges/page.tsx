import { PledgesOnPage } from "@/components/pledges/pledges/list";
import { chipsOf } from "@/components/pledges/filter/chips";
import type { DroppedTerm } from "@/components/pledges/pledges/nothing";
import { layoutIn } from "@/components/pledges/pledges/layout";
import { hasPledgesFilter, pledgesHref, type PledgesView } from "@/components/pledges/pledges/view";
import { parseTyped } from "@/components/tables/typed/parse-typed";
import type { Names } from "@/components/ui/names";
import { ofReader, type PledgeFilter } from "@/lib/domain/details/pledge-filter";
import type { Actor } from "@/lib/domain/people/actor";
import { countPledgesOf } from "@/lib/pledges/terms/queries";
import { loadConditionFacts } from "@/lib/conditions/conditions/queries";
import { momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { pledgeParameters } from "@/lib/pledges/pledges/filter";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { askedTogether } from "@/lib/workspace/pages/queries";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { loadNames } from "../names";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { loadSavedViews, SavedViewsMenu } from "../saved-views-menu";

const t = translator("pledges");

export const generateMetadata = titled(() => t("title"));

export default async function PledgesPage({ searchParams }: PageOf) {
  const [{ actor, viewer, at }, search] = await Promise.all([readAt(), searchParams]);
  const params = pageParameters(pledgeParameters, search);
  const { asked, trouble } = parseTyped(parsePledgeFilter, params);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/pledges" />;
  const waitedFor = asked.value.waits.flatMap((name) => leafNamed(name) ?? []);
  const [loaded, facts, names] = await askedTogether(() =>
    Promise.all([
      loadPledges(actor, asked.value, at),
      loadConditionFacts(actor, waitedFor, at),
      loadNames(actor, at),
      loadSavedViews(),
    ]),
  );
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/pledges" />;
  if (!facts.ok) return <RefusedAndNoted refusal={facts.refusal} home="/pledges" />;

  const { after, limit: _limit, ...rest } = asked.value;
  const view = { ...rest, layout: layoutIn(search) };
  const nothing = loaded.value.items.length === 0 && hasPledgesFilter(view);
  const dropped = nothing
    ? await termsDropped(actor, { ...asked.value, layout: view.layout }, names, at)
    : [];
  return (
    <PledgesOnPage
      found={loaded.value}
      facts={facts.value}
      further={after !== null}
      today={registerDay(momentOf(at))}
      views={<SavedViewsMenu />}
      {...{ view, names, actor, viewer, trouble, dropped }}
    />
  );
}

/** To show which term excludes everything: the list without each of them, counted. */
async function termsDropped(
  actor: Actor,
  asked: PledgeFilter & Pick<PledgesView, "layout">,
  names: Names,
  at: NowOrAsOf,
): Promise<DroppedTerm[]> {
  const { after: _after, limit: _limit, ...view } = asked;
  const own = chipsOf(view, names).map(({ key, value, href, without }) => ({
    term: `${key}:${value}`,
    href,
    filter: { ...asked, ...without, after: null },
  }));
  const words =
    view.q === null
      ? []
      : [
          {
            term: view.q,
            href: pledgesHref({ ...view, q: null }),
            filter: { ...asked, q: null, after: null },
          },
        ];
  const counts = await countPledgesOf(
    [...own, ...words].map(({ filter }) => ofReader(actor, filter)),
    at,
  );
  return [...own, ...words].map(({ term, href }, place) => ({ term, href, count: counts[place] ?? 0 }));
}
