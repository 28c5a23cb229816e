// Before and after, field by field, side by side. New evidence is shown with the other evidence.
import { Ledger } from "@/components/ui/ledger/ledger";
import { Section } from "@/components/ui/page/section";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Review } from "@/lib/domain/proposals/review";
import { translator } from "@/lib/i18n/translator";
import { changeName, isListedChange, changedLines } from "./change-names";
import { Value } from "./value";

const t = translator("review");

/** `facts`: about the leaves of conditions. */
export function ProposedChanges({ review, facts }: { review: Review; facts: LeafFacts }) {
  const { status } = review.proposal;
  const listed = review.changes.filter(isListedChange);
  const when = status === "APPROVED" ? status : "open";
  const title =
    status === "OPEN" || status === "RETURNED" ? "open" : status === "APPROVED" ? status : "other";
  return (
    <Section id="changes" title={t(`change.title.${title}`)} className="col-1">
      {listed.length === 0 ? (
        <p className="text-muted">{t("change.nothing")}</p>
      ) : (
        <Ledger
          className="before-after table-fixed"
          caption={t(`change.title.${title}`)}
          rows={listed}
          rowKey={({ field }) => field}
          columns={[
            {
              heading: t("change.field"),
              names: true,
              cell: (change) => <Name {...changeName(change.field, changedLines(review, change))} />,
            },
            {
              heading: t(`change.from.${when}`),
              cell: ({ field, from }) => (
                <span>
                  <Value field={field} value={from} side="from" facts={facts} />
                </span>
              ),
            },
            {
              heading: t(`change.to.${when}`),
              className: "becomes",
              cell: ({ field, from, to }) => (
                <span>
                  <Value field={field} value={to} side="to" from={from} facts={facts} />
                </span>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

const Name = ({ name, of }: ReturnType<typeof changeName>) => (
  <>
    {name}
    {of === null ? null : (
      <>
        <br />
        <span className="text-muted">{of}</span>
      </>
    )}
  </>
);
