// Before and after, field by field, side by side. New evidence is shown with the other evidence.
import type { FieldChange } from "@/lib/domain/proposals/history";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Review } from "@/lib/domain/proposals/review";
import { translator } from "@/lib/i18n/translator";
import { changeName, isTold, changedLines } from "./change-names";
import { Value } from "./value";

const t = translator("review");

/** `facts`: facts of what conditions name. */
export function ProposedChanges({ review, facts }: { review: Review; facts: LeafFacts }) {
  const { status } = review.proposal;
  const told = review.changes.filter(isTold);
  const when = status === "APPROVED" ? status : "open";
  const title =
    status === "OPEN" || status === "RETURNED" ? "open" : status === "APPROVED" ? status : "other";
  return (
    <section className="sec" aria-labelledby="changes">
      <header>
        <h2 id="changes">{t(`change.title.${title}`)}</h2>
      </header>
      {told.length === 0 ? (
        <p className="muted">{t("change.nothing")}</p>
      ) : (
        <table className="ledger stack ba">
          <caption className="vh">{t(`change.title.${title}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t("change.field")}</th>
              <th scope="col">{t(`change.from.${when}`)}</th>
              <th scope="col">{t(`change.to.${when}`)}</th>
            </tr>
          </thead>
          <tbody>
            {told.map((change) => (
              <Row key={change.field} change={change} review={review} facts={facts} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ change, review, facts }: { change: FieldChange; review: Review; facts: LeafFacts }) {
  const { field, from, to } = change;
  const when = review.proposal.status === "APPROVED" ? "APPROVED" : "open";
  const { name, of } = changeName(field, changedLines(review, change));
  return (
    <tr>
      <th scope="row">
        {name}
        {of === null ? null : (
          <>
            <br />
            <span className="muted">{of}</span>
          </>
        )}
      </th>
      <td data-l={t(`change.from.${when}`)}>
        <span>
          <Value field={field} value={from} side="from" facts={facts} />
        </span>
      </td>
      <td data-l={t(`change.to.${when}`)} className="to">
        <span>
          <Value field={field} value={to} side="to" from={from} facts={facts} />
        </span>
      </td>
    </tr>
  );
}
