import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { errorLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";
import type { Names } from "@/components/ui/names";
import { asksFor, listName } from "./asks";
import type { ViewRow } from "./view";

const t = translator("views");

interface Props {
  views: readonly ViewRow[];
  /** The user's own, or shared by others. */
  of: "own" | "shared";
  names: Names;
}

export function ViewTable({ views, of, names }: Props) {
  return (
    <Ledger
      className="table-fixed"
      caption={t(of)}
      rows={views}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("column.name"),
          names: true,
          className: "wrap-anywhere",
          cell: ({ name, address, understood }) => (
            <>
              <a href={asOfHref(address)}>{name}</a>
              {understood ? null : <p className={errorLook()}>{t("outdated")}</p>}
            </>
          ),
        },
        { heading: t("column.page"), cell: ({ address }) => listName(address) },
        {
          heading: t("column.asks"),
          className: "wrap-anywhere",
          headClassName: "w-[34%]",
          cell: ({ address }) => asksFor(address, names),
        },
        of === "own"
          ? { heading: t("column.shared"), cell: ({ shared }) => t(shared ? "yes" : "no") }
          : { heading: t("column.owner"), cell: ({ owner }) => owner.name },
        { heading: t("column.change"), bare: true, cell: Change },
      ]}
    />
  );
}

function Change({ id, name, may }: ViewRow) {
  if (!may.change && !may.takeDown) return null;
  return (
    <a href={asOfHref(`/views/${id}`)} aria-label={t(may.change ? "changeOf" : "takeDownOf", { name })}>
      {t(may.change ? "change" : "takeDown")}
    </a>
  );
}
