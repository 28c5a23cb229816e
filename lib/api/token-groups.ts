// What a token may do: read, and change what is in the groups that it was made for. What isn't listed takes a person:
// accounts, decisions, settings, and what goes on in the background after the answer (imports, packages, triggers).
import type { Operation } from "./operation";
import type { TokenGroup, TokenScope } from "@/lib/domain/people/actor";

/** By the first part of the path. */
const GROUPS: Readonly<Record<TokenGroup, readonly string[]>> = {
  PLEDGES: [
    ...["pledges", "evidence", "approvals", "deliveries", "sources", "files", "drafts", "suggestions"],
  ],
  PLANNING: ["requirements", "offers", "scenarios", "baselines"],
  OVERSIGHT: ["findings", "questions"],
};

/** Null: only a person does it. */
export function tokenGroupOf({ method, path, proof }: Pick<Operation, "method" | "path" | "proof">) {
  if (method === "GET") return "READ";
  const [, first = ""] = path.split("/");
  const [found] = Object.entries(GROUPS).find(([, places]) => places.includes(first)) ?? [];
  return proof || found === undefined ? null : (found as TokenGroup);
}

export function isWithinScope(operation: Operation, { groups }: TokenScope): boolean {
  const group = tokenGroupOf(operation);
  return group === "READ" || (group !== null && groups.includes(group));
}
