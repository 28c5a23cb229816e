import { redirect } from "next/navigation";
import { kept } from "@/components/ui/kept";
import type { Role } from "@/lib/domain/actor";
import { readAt } from "./read-at";

const HOMES: Record<Role, string> = {
  OFFICER: "/mine",
  MANAGER: "/unresolved",
  AUDITOR: "/exports",
  ADMIN: "/admin/people",
};

/** Where each role's work begins. */
export default async function Home(): Promise<never> {
  const { actor } = await readAt();
  redirect(kept(HOMES[actor.role]));
}
