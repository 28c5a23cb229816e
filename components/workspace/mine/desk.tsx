// Unresolved items of an officer's participants, whoever owns the pledges: reasons with counts.
import { Count } from "@/components/ui/count";
import { viewHref } from "@/components/ui/address/view-href";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { UnresolvedGroup } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");
const domain = translator("domain");

export function MyDesk({
  desk,
  groups,
  today,
}: {
  desk: readonly string[];
  groups: readonly UnresolvedGroup[];
  today: Day;
}) {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="sec" aria-labelledby="mine-desk">
      <header>
        <h2 id="mine-desk">{t("desk.title")}</h2>
        <p>{t("desk.of", { codes: desk.join(", ") })}</p>
      </header>
      <table className="ledger">
        <caption className="vh">{t("desk.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("desk.reason")}</th>
            <th scope="col" className="num">
              {t("desk.items")}
            </th>
            <th scope="col" className="num">
              {t("desk.oldest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, count, oldest }) => (
            <tr key={key}>
              <th scope="row">{domain.ofCode("code", key)}</th>
              <td className="num">
                <Count
                  n={count}
                  href={viewHref("/unresolved", { code: key, participant: desk, open: key })}
                />
              </td>
              <td className="num">{t("days", { days: daysBetween(oldest, today) })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("desk.total")}</th>
            <td className="num">
              <Count n={total} href={viewHref("/unresolved", { participant: desk })} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
