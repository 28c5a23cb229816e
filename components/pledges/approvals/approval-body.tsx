// Whose step it is, and what it allows.
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { CurrentApproval } from "@/lib/domain/pledge/approval";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { Mandate } from "./mandate";

export function ApprovalBody({
  approval,
  details,
  mayChange,
  whose,
}: {
  approval: CurrentApproval;
  details: PledgeDetails;
  mayChange: boolean;
  /** Name of another party to a joint promise. */
  whose: string | null;
}) {
  const name = <b>{approval.body}</b>;
  return (
    <>
      {mayChange ? (
        <a href={asOfHref(`/pledges/${details.reference}/approvals/${approval.id}`)}>{name}</a>
      ) : (
        name
      )}
      {[whose, approval.subject].map((line, place) =>
        line ? (
          <span key={place}>
            <br />
            <span className="text-muted">{line}</span>
          </span>
        ) : null,
      )}
      <Mandate approval={approval} />
    </>
  );
}
