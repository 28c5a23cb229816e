import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";

/**
 * What an actor may know of. Today the register is one whole: who may read it may read all of it. Drafts,
 * sealed numbers and the like narrow it here, and nowhere else.
 */
export const reachesRegister = (actor: Actor): boolean => mayReadRegister(actor);
