import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Instant } from "@/lib/domain/base/day";
import { whyNotOffer, type Offer } from "@/lib/domain/requirements/offer";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { MOST_OFFERS } from "@/lib/domain/requirements/requirement";
import { ok, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";
import type { OfferInput } from "./schema";

/** Offers a pledge's contribution for a requirement. Only one current offer per pair. */
export function makeOffer(
  actor: Actor,
  { reference, ...input }: OfferInput & { reference: string },
): Promise<Result<Offer>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const requirement = await tx.requirements.lock(reference);
    if (!requirement) return refuse("not-found");
    if (requirement.closed !== null) return refuse("no-such-step", { because: "requirement" });
    const pledge = await tx.pledges.lock(input.pledge);
    if (!pledge) return invalid({ path: "pledge", code: "unknown" });
    const line = pledge.contributions.find(({ id }) => id === input.contribution);
    if (!line) return invalid({ path: "contribution", code: "unknown" });

    const made = await tx.offers.for(requirement.id);
    if (made.some((one) => one.withdrawn === null && one.contribution === line.id))
      return refuse("already-there", { because: "offer" });
    if (made.length >= MOST_OFFERS)
      return invalid({ path: "contribution", code: "too-many", params: { max: MOST_OFFERS } });
    const wrong = whyNotOffer(requirement, pledge, line, input);
    if (wrong.length > 0) return invalid(...wrong);
    return ok(
      await tx.save("offer", null, offerOf(input, reference, line, tx.at), {
        action: "offer.made",
        reason: input.reason,
      }),
    );
  });
}

/** It stays on record, but no longer counts. */
export function withdrawOffer(
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Result<Offer>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const known = await tx.offers.find(id);
    // Locking the requirement locks its offers.
    if (!known || !(await tx.requirements.lock(known.requirement))) return refuse("not-found");
    const offer = await tx.offers.find(id);
    if (!offer) return refuse("not-found");
    if (offer.withdrawn !== null) return refuse("already-there", { because: "withdrawn" });
    const after = { ...offer, withdrawn: { at: tx.at, reason } };
    return ok(await tx.save("offer", offer, after, { action: "offer.withdrawn", reason }));
  });
}

const offerOf = (
  { pledge, amount, fit, reason }: OfferInput,
  requirement: string,
  line: Contribution,
  at: Instant,
): Offer => ({
  id: randomUUID(),
  requirement,
  pledge,
  contribution: line.id,
  amount,
  fit,
  reason,
  withdrawn: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
});
