// What changed since it was proposed. It comes before the decision, and the form asks whether it was seen.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { noticeLook } from "@/components/ui/looks";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { ChangeSince, Review } from "@/lib/domain/proposals/review";
import { deedWords, fieldWords } from "@/lib/i18n/words/domain-words";
import { colon } from "@/lib/i18n/signs";
import { registerZoneName, relativeMoment, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { Value } from "./value";

const t = translator("review");

interface Props {
  review: Review;
  /** Facts about the leaves of conditions. */
  facts: LeafFacts;
  at: string;
}

export function Since({ review: { since, more, proposal }, facts, at }: Props) {
  if (since.length === 0) return null;
  return (
    <section className={noticeLook("since max-w-none")} aria-labelledby="since">
      <h2 id="since" tabIndex={-1}>
        {t("since.title")}
      </h2>
      <p>{t("since.text")}</p>
      <ol className="mt-2">
        {since.map((change) => (
          <li className="px-0 py-2 border-t border-t-waiting" key={change.seq}>
            <p>
              <b>{change.actor.name}</b>
              {deedWords(change.action)}
              {change.about ? (
                <>
                  {colon()} {change.about}
                </>
              ) : null}
              ,{" "}
              <time dateTime={change.at}>
                {relativeMoment(at, change.at)} ({shortMoment(change.at)} {registerZoneName()})
              </time>
            </p>
            <Changed change={change} facts={facts} />
          </li>
        ))}
      </ol>
      {more ? (
        <p>
          <a
            href={asOfHref(
              `/pledges/${proposal.reference ?? proposal.concerns[0] ?? ""}?activity=changes#activity`,
            )}
          >
            {t("since.more")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Changed({ change, facts }: { change: ChangeSince; facts: LeafFacts }) {
  return (
    <dl className="change-list block grid grid-cols-[196px_minmax(0,1fr)] max-md:grid-cols-[1fr]">
      {change.changes.map(({ field, from, to }) => (
        <div key={field}>
          <dt className="text-muted">{fieldWords(field)}</dt>
          <dd className="wrap-anywhere">
            {from === null ? null : (
              <>
                <del>
                  <Value field={field} value={from} side="from" facts={facts} />
                </del>{" "}
                <span aria-hidden="true">→</span>{" "}
              </>
            )}
            <ins>
              <Value field={field} value={to} side="to" facts={facts} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
