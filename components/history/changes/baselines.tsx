// Baselines, and for managers the form that names one.
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { Baseline } from "@/lib/domain/people/person";
import { translator } from "@/lib/i18n/translator";
import { momentIn, zoneName } from "@/lib/i18n/when";
import { viewHref } from "@/components/ui/address/view-href";
import { BaselineForm } from "./baseline-form";
import { baselineWords } from "./words";

const t = translator("changes");

interface Given {
  baselines: readonly Baseline[];
  /** The account of a user who may name one. */
  namer: string | null;
  at: string;
  timeZone: string;
}

export function Baselines({ baselines, namer, at, timeZone }: Given) {
  return (
    <section className="sec" aria-labelledby="baselines">
      <header>
        <h2 id="baselines">{t("baselines.title")}</h2>
      </header>
      <p className="muted mb-4 max-w-3xl">{t("baselines.text")}</p>
      {baselines.length === 0 ? (
        <p>{t("baselines.none")}</p>
      ) : (
        <table className="ledger stack">
          <caption className="vh">{t("baselines.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("baselines.name")}</th>
              <th scope="col">{t("baselines.asOf")}</th>
              <th scope="col">{t("baselines.named")}</th>
            </tr>
          </thead>
          <tbody>
            {baselines.map(({ id, name, asOf, createdAt }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={asOfHref(viewHref("/changes", { since: name }))}>{name}</a>
                </th>
                <td data-l={t("baselines.asOf")}>
                  {momentIn(timeZone, asOf)} {zoneName(timeZone)}
                </td>
                <td data-l={t("baselines.named")}>{momentIn(timeZone, createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {namer === null ? null : (
        <details className="mt-4" id="name-baseline" open={baselines.length === 0}>
          <summary className="btn">{t("baselines.add")}</summary>
          <BaselineForm
            account={namer}
            timeZone={timeZone}
            latest={at}
            title={t("baselines.add")}
            words={baselineWords(timeZone)}
          />
        </details>
      )}
    </section>
  );
}
