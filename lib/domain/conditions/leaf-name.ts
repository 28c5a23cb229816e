// A leaf's name in addresses: `CEASEFIRE_IN_FORCE`, the id of an approval, `US-4-001:COMMITTED`.
import type { Leaf } from "../pledge/condition";
import { isId } from "../base/id";
import { LADDER, type LadderStage } from "../pledge/stages";

export const leafName = (leaf: Leaf): string =>
  "trigger" in leaf ? leaf.trigger : "approval" in leaf ? leaf.approval : `${leaf.pledge}:${leaf.atLeast}`;

/** Null: not the name of a leaf. A pledge without a stage matches any stage. */
export function leafNamed(name: string): Leaf | null {
  if (isId(name)) return { approval: name };
  if (TRIGGER.test(name)) return { trigger: name };
  const [pledge = "", stage = "FULFILLED", ...rest] = name.split(":");
  if (!REFERENCE.test(pledge) || rest.length > 0 || !isStage(stage)) return null;
  return { pledge, atLeast: stage };
}

const TRIGGER = /^[A-Z][A-Z0-9_]{1,59}$/;
const REFERENCE = /^[A-Z]{2,4}-[1-5]-\d{3,6}$/;

const isStage = (text: string): text is LadderStage => (LADDER as readonly string[]).includes(text);
