// A token may read, and change what is in the groups that it was made for. Everything that isn't listed needs
// a person: accounts, decisions, settings, and work that continues in the background after the answer
// (imports, packages, triggers).
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

/** Null: only a person may do it. */
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
