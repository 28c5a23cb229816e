import {
  APPROVAL_KINDS,
  APPROVAL_STATUSES,
  type Approval,
  type ApprovalFilter,
} from "@/lib/domain/pledge/approval";
import { isId } from "@/lib/domain/base/id";
import { listQuery, type FiltersOf } from "@/lib/schema/listed";
import { listParameter, participantCodes } from "@/lib/schema/parameters";

/** By participant. */
export const approvalQuery = listQuery({
  filters: {
    participant: participantCodes,
    kind: listParameter(APPROVAL_KINDS),
    status: listParameter(APPROVAL_STATUSES),
  } satisfies FiltersOf<ApprovalFilter>,
  order: "participant",
  keyOf: ({ participant, id }: Pick<Approval, "participant" | "id">) => [participant, id],
  isKey: ([participant = "", id = "", ...rest]) =>
    rest.length === 0 && /^[A-Z]{2,4}$/.test(participant) && isId(id),
});
