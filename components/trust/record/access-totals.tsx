import { accessHref, WHOLE_ACCESS_LOG } from "@/components/oversight/access/view";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { AccessTotal } from "@/lib/domain/log/recently";
import { ACCESS_KINDS } from "@/lib/domain/log/access";
import { numberInWords } from "@/lib/i18n/numbers";
import { relativeMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("record-state");
const access = translator("access");

export function AccessTotals({ totals, at }: { totals: readonly AccessTotal[]; at: string }) {
  const rows = totals.toSorted((a, b) => ACCESS_KINDS.indexOf(a.kind) - ACCESS_KINDS.indexOf(b.kind));
  if (rows.length === 0) return <p className="text-muted">{t("access.none")}</p>;
  return (
    <Ledger
      caption={t("access.caption")}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        {
          heading: t("access.kind"),
          names: true,
          cell: ({ kind }) => (
            <a href={accessHref({ ...WHOLE_ACCESS_LOG, kind: [kind] })}>{access(`kind.${kind}`)}</a>
          ),
        },
        { heading: t("access.count"), numeric: true, cell: ({ count }) => numberInWords(count) },
        {
          heading: t("access.last"),
          className: "whitespace-nowrap",
          cell: ({ last }) => relativeMoment(at, last),
        },
      ]}
    />
  );
}
