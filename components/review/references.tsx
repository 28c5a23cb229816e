import { kept } from "@/components/ui/kept";
import type { ProposalRow } from "@/lib/domain/proposal";
import { translator } from "@/lib/i18n/translator";

/** The pledge it is about; of an approval, the first that it serves. */
export function References({ proposal: { reference, concerns } }: { proposal: ProposalRow }) {
  const first = reference ?? concerns[0];
  if (first === undefined) return null;
  return (
    <>
      <a className="ref" href={kept(`/pledges/${first}`)}>
        {first}
      </a>
      {concerns.length > 1 ? (
        <span className="muted"> {translator("review")("andMore", { count: concerns.length - 1 })}</span>
      ) : null}
    </>
  );
}
