import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import { translator } from "@/lib/i18n/translator";

/** The proposal's pledge; for an approval, the first pledge it serves. */
export function References({ proposal: { reference, concerns } }: { proposal: ProposalRow }) {
  const first = reference ?? concerns[0];
  if (first === undefined) return null;
  return (
    <>
      <PledgeLink reference={first} />
      {concerns.length > 1 ? (
        <span className="text-muted"> {translator("review")("andMore", { count: concerns.length - 1 })}</span>
      ) : null}
    </>
  );
}
