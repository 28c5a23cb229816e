// Unresolved items of an officer's participants, whoever owns the pledges: reasons with counts.
import { Count } from "@/components/ui/count";
import { viewHref } from "@/components/ui/address/view-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { UnresolvedGroup } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");
const domain = translator("domain");

interface Given {
  desk: readonly string[];
  groups: readonly UnresolvedGroup[];
  today: Day;
}

export function MyDesk({ desk, groups, today }: Given) {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="sec" aria-labelledby="mine-desk">
      <header>
        <h2 id="mine-desk">{t("desk.title")}</h2>
        <p>{t("desk.of", { codes: desk.join(", ") })}</p>
      </header>
      <Ledger
        flat
        caption={t("desk.title")}
        rows={groups}
        rowKey={({ key }) => key}
        columns={[
          {
            heading: t("desk.reason"),
            names: true,
            cell: ({ key }) => domain.ofCode("code", key),
            foot: t("desk.total"),
          },
          {
            heading: t("desk.items"),
            numeric: true,
            cell: ({ key, count }) => (
              <Count n={count} href={viewHref("/unresolved", { code: key, participant: desk, open: key })} />
            ),
            foot: <Count n={total} href={viewHref("/unresolved", { participant: desk })} />,
          },
          {
            heading: t("desk.oldest"),
            numeric: true,
            cell: ({ oldest }) => t("days", { days: daysBetween(oldest, today) }),
          },
        ]}
      />
    </section>
  );
}
