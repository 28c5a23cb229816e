import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import type { Obstacle, Several } from "@/lib/domain/history/scenarios/scenario";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";

const t = translator("scenarios");
const domain = translator("domain");

/** Pledges whose obstacles differ from those on record. */
export function Obstacles({
  obstacles: { count, first },
  names,
}: {
  obstacles: Several<Obstacle>;
  names: Readonly<Record<string, string>>;
}) {
  return (
    <section aria-labelledby="obstacles">
      <h3 id="obstacles">{t("result.obstacles")}</h3>
      {count === 0 ? (
        <p className="muted">{t("result.obstaclesNone")}</p>
      ) : (
        <table className="ledger stack" aria-labelledby="obstacles">
          <thead>
            <tr>
              <th scope="col">{t("result.pledge")}</th>
              <th scope="col">{t("result.appeared")}</th>
              <th scope="col">{t("result.gone")}</th>
            </tr>
          </thead>
          <tbody>
            {first.map(({ reference, participant, title, appeared, gone }) => (
              <tr key={reference}>
                <th scope="row">
                  <a className="ref" href={`/pledges/${reference}`}>
                    {reference}
                  </a>
                  <CoalitionMark reference={reference} /> {names[participant] ?? participant}
                  <br />
                  <span className="muted">{title}</span>
                </th>
                <td data-l={t("result.appeared")}>{wordsOf(appeared)}</td>
                <td data-l={t("result.gone")}>{wordsOf(gone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {count > first.length ? <p className="cap">{t("result.more", { n: count - first.length })}</p> : null}
    </section>
  );
}

const wordsOf = (codes: readonly UnresolvedCode[]): string =>
  codes.length === 0 ? t("result.nothing") : codes.map((code) => domain(`code.${code}`)).join(", ");
