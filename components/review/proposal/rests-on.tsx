// Evidence next to the change: new pieces, pieces it cites, and what else is on record.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Section } from "@/components/ui/page/section";
import { reviewEvidence, type Review } from "@/lib/domain/proposals/review";
import type { Day } from "@/lib/domain/base/day";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import { translator } from "@/lib/i18n/translator";
import { ProposedPiece } from "./piece";
import { ProposedStage } from "./proposed-change";

const t = translator("review");

/** How many other pieces are shown. */
const OTHERS_SHOWN = 4;

export function RestsOn({ review, today }: { review: Review; today: Day }) {
  if (review.subject.kind === "approval") return <Concerned review={review} />;
  const { brought, cited, others } = reviewEvidence(review);
  const shown = others.slice(0, OTHERS_SHOWN);
  const named = brought.length + cited.length > 0;
  return (
    <Section id="rests-on" title={t("evidence.title")} className="col-2 row-[1_/_span_3]">
      {brought.length + cited.length + others.length === 0 ? (
        <p className="text-muted">{t("evidence.none")}</p>
      ) : null}
      <Pieces title={t("evidence.brought")} pieces={brought} today={today} />
      <Pieces title={t("evidence.cited")} pieces={cited} today={today} />
      <Pieces title={t(named ? "evidence.alsoOnRecord" : "evidence.others")} pieces={shown} today={today} />
      {others.length > shown.length ? (
        <p>
          <a href={asOfHref(`/pledges/${review.subject.pledge.reference}#evidence`)}>
            {t("evidence.more", { count: others.length - shown.length })}
          </a>
        </p>
      ) : null}
    </Section>
  );
}

function Pieces({ title, pieces, today }: { title: string; pieces: readonly Evidence[]; today: Day }) {
  if (pieces.length === 0) return null;
  return (
    <>
      <h3 className="mb-2">{title}</h3>
      <ul className="evidence-list">
        {pieces.map((piece) => (
          <ProposedPiece key={piece.id} piece={piece} today={today} />
        ))}
      </ul>
    </>
  );
}

/** An approval has no evidence; the pledges it serves are shown instead. */
function Concerned({ review: { concerned } }: { review: Review }) {
  return (
    <Section id="rests-on" title={t("concerned")} className="col-2 row-[1_/_span_3]">
      {concerned.length === 0 ? <p className="text-muted">{t("concernedNone")}</p> : null}
      <ul className="link-list">
        {concerned.map(({ reference, title, stage }) => (
          <li key={reference}>
            <PledgeLink reference={reference} /> {title} <ProposedStage of={stage} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
