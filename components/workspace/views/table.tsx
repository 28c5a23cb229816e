import { asOfHref } from "@/components/ui/address/as-of-href";
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
    <table className="ledger stack views">
      <caption className="vh">{t(of)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.name")}</th>
          <th scope="col">{t("column.page")}</th>
          <th scope="col">{t("column.asks")}</th>
          <th scope="col">{t(of === "own" ? "column.shared" : "column.owner")}</th>
          <th scope="col">{t("column.change")}</th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => (
          <Row key={view.id} view={view} names={names} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ view, names }: { view: ViewRow; names: Names }) {
  const { id, name, address, shared, owner, understood, may } = view;
  return (
    <tr>
      <th scope="row">
        <a href={asOfHref(address)}>{name}</a>
        {understood ? null : <p className="errmsg">{t("outdated")}</p>}
      </th>
      <td data-l={t("column.page")}>{listName(address)}</td>
      <td data-l={t("column.asks")} className="vasks">
        {asksFor(address, names)}
      </td>
      {may.change ? (
        <td data-l={t("column.shared")}>{t(shared ? "yes" : "no")}</td>
      ) : (
        <td data-l={t("column.owner")}>{owner.name}</td>
      )}
      <td>
        {may.change ? (
          <a href={asOfHref(`/views/${id}`)} aria-label={t("changeOf", { name })}>
            {t("change")}
          </a>
        ) : may.takeDown ? (
          <a href={asOfHref(`/views/${id}`)} aria-label={t("takeDownOf", { name })}>
            {t("takeDown")}
          </a>
        ) : null}
      </td>
    </tr>
  );
}
