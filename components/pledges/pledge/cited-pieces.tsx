import { asOfHref } from "@/components/ui/address/as-of-href";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import type { ProposedStageChange } from "@/lib/domain/proposals/proposed-change";
import { translator } from "@/lib/i18n/translator";
import { Grade } from "./grade";

const t = translator("pledge");
const domain = translator("domain");

/** Evidence that a step rests on: new pieces it would record, and pieces on record that it cites. */
export function CitedPieces({
  wish,
  evidence,
}: {
  wish: ProposedStageChange;
  evidence: readonly Evidence[];
}) {
  const cited = evidence.filter(({ id }) => wish.cites.includes(id));
  if (wish.evidence.length + cited.length === 0) return null;
  return (
    <ul className="link-list">
      {wish.evidence.map((piece) => (
        <li key={piece.id}>
          <Piece piece={piece} /> <span className="text-muted">{t("proposal.brought")}</span>
          {piece.quote ? (
            <blockquote className="quote" lang={piece.source.language}>
              {piece.quote}
            </blockquote>
          ) : null}
        </li>
      ))}
      {cited.map((piece) => (
        <li key={piece.id}>
          <Piece piece={piece} /> <a href={`#evidence-${piece.id}`}>{t("proposal.onRecord")}</a>
        </li>
      ))}
    </ul>
  );
}

function Piece({ piece }: { piece: Evidence }) {
  return (
    <>
      <b>{domain(`evidenceKind.${piece.kind}`)}</b> <Grade piece={piece} />{" "}
      <a
        href={asOfHref(`/sources/${piece.source.id}`)}
        lang={piece.source.title === null ? undefined : piece.source.language}
      >
        <bdi>{piece.source.title ?? piece.source.publisher}</bdi>
      </a>
    </>
  );
}
