import { redirect } from "next/navigation";
import { requireActorPage } from "@/lib/auth/page";
import type { Role } from "@/lib/domain/actor";

const HOMES: Record<Role, string> = {
  OFFICER: "/mine",
  MANAGER: "/unresolved",
  AUDITOR: "/unresolved",
  ADMIN: "/admin/people",
};

/** Where each role's work begins. */
export default async function Home(): Promise<never> {
  const { actor } = await requireActorPage();
  redirect(HOMES[actor.role]);
}
