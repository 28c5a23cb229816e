// The participants of a desk: what is open of each, no matter who owns the pledges.
import { Count } from "@/components/ui/count";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { Section } from "@/components/ui/page/section";
import type { UnresolvedGroup } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

interface Given {
  desk: readonly string[];
  groups: readonly UnresolvedGroup[];
  names: Readonly<Record<string, string>>;
}

export function MyCountries({ desk, groups, names }: Given) {
  const open = new Map(groups.map(({ key, count }) => [key, count]));
  const rows = desk.toSorted((a, b) => (names[a] ?? a).localeCompare(names[b] ?? b));
  return (
    <Section id="mine-desk" title={t("desk.title")}>
      <Ledger
        flat
        caption={t("desk.title")}
        rows={rows}
        rowKey={(code) => code}
        columns={[
          {
            heading: t("column.participant"),
            names: true,
            cell: (code) => <a href={asOfHref(`/participants/${code}`)}>{names[code] ?? code}</a>,
            foot: t("desk.total"),
          },
          {
            heading: t("desk.items"),
            numeric: true,
            cell: (code) => (
              <Count n={open.get(code) ?? 0} href={viewHref("/unresolved", { participant: code })} />
            ),
            foot: (
              <Count
                n={groups.reduce((sum, { count }) => sum + count, 0)}
                href={viewHref("/unresolved", { participant: desk })}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
