import { counted } from "@/components/tables/counted";
import { toWholeList } from "@/components/tables/filter-words";
import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import { Section } from "@/components/ui/page/section";
import type { FirmGain } from "@/lib/domain/requirements/firm-gain";
import { LARGEST_LIMIT, type Listed } from "@/lib/domain/base/listing";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { translator } from "@/lib/i18n/translator";
import { KeystoneFilterForm } from "./keystone-filter";
import { KeystoneTable } from "./keystone-table";
import { hasKeystonesFilter, keystonesHref, type KeystonesView } from "../conditions/view";

const t = translator("conditions");

const NO_FILTER: Pick<KeystonesView, "kind" | "dormant" | "inferred" | "participant"> = {
  kind: [],
  dormant: "with",
  inferred: "with",
  participant: [],
};

interface Given {
  keystones: Listed<KeystoneRow>;
  view: KeystonesView;
  /** Whether this is a later page. */
  further: boolean;
  /** How many a page shows. */
  shown: number;
  /** How much becomes firm when these pledges become actionable. */
  gains: (freed: readonly string[]) => FirmGain[];
  /** Names of participants, by code. */
  names: Readonly<Record<string, string>>;
}

export function KeystoneList({ keystones, view, further, shown, gains, names }: Given) {
  const { items, next, total } = keystones;
  const narrowed = hasKeystonesFilter(view);
  const state = narrowed ? "filtered" : "first";
  return (
    <Section id="keystones" title={t("keystones.title")}>
      <p className="text-muted mb-4">{t("keystones.intro")}</p>
      <KeystoneFilterForm view={view} participants={names} />
      <ListSummary whole={toWholeList(narrowed, keystonesHref({ ...view, ...NO_FILTER }))}>
        {t("keystones.total", { ...counted(keystones), narrowed: String(narrowed) })}
      </ListSummary>
      {items.length === 0 ? (
        <EmptyState
          level={3}
          title={t(`keystones.nothing.${state}.title`)}
          text={t(`keystones.nothing.${state}.text`)}
        />
      ) : (
        <>
          <KeystoneTable keystones={items} view={view} gains={gains} names={names} />
          <p className="text-caption text-muted">{t("keystones.assumed")}</p>
        </>
      )}
      {next !== null && !further && total <= LARGEST_LIMIT ? (
        <p className="mt-3">
          <a href={asOfHref(keystonesHref(view, { limit: LARGEST_LIMIT }))}>
            {t("keystones.all", counted(keystones))}
          </a>
        </p>
      ) : (
        <Pager
          href={(cursor) => asOfHref(keystonesHref(view, { cursor, limit: shown }))}
          next={next}
          further={further}
        />
      )}
    </Section>
  );
}
