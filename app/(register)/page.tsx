import { redirect } from "next/navigation";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { pageAsked } from "@/lib/auth/page";
import type { Role } from "@/lib/domain/people/actor";
import { addressIn, addressText } from "@/lib/domain/base/page-address";
import { readAt } from "./read-at";

const HOMES: Record<Role, string> = {
  OFFICER: "/mine",
  MANAGER: "/unresolved",
  AUDITOR: "/exports",
  ADMIN: "/admin/people",
};

/** Redirects to the role's first page, with all parameters: that page reports unknown ones. */
export default async function Home(): Promise<never> {
  const [{ actor }, address] = await Promise.all([readAt(), pageAsked()]);
  redirect(asOfHref(addressText({ ...addressIn(address), path: HOMES[actor.role] })));
}
