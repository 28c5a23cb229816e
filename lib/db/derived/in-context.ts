import type { Cycle } from "@/lib/domain/conditions/deadlock";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Leaving } from "@/lib/domain/people/participant";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Delivery } from "@/lib/domain/pledge/delivery";
import type { Allocating } from "@/lib/domain/pledge/mandate";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import type { Ruling } from "@/lib/domain/proposals/ruling";
import type { OfferOn } from "@/lib/domain/requirements/offer";

/** A pledge with all that its items follow from. */
export interface PledgeInContext {
  pledge: Pledge;
  approvals: Approval[];
  sharing: Allocating[];
  proposals: Proposal[];
  rulings: Ruling[];
  offers: OfferOn[];
  deliveries: Delivery[];
  left: Leaving | null;
  facts: LeafFacts;
  cycle: Cycle | null;
}
