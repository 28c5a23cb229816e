import type { PledgeDetailsContext } from "@/lib/domain/details/pledge-details";
import type { RuleSettings } from "@/lib/domain/people/register";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import type { Ruling } from "@/lib/domain/proposals/ruling";

/** A pledge with all that its items follow from. */
export interface PledgeInContext extends Omit<
  PledgeDetailsContext,
  keyof RuleSettings | "supersedes" | "proposals" | "rulings"
> {
  pledge: Pledge;
  proposals: Proposal[];
  rulings: Ruling[];
}
