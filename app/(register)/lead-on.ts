import { redirect } from "next/navigation";
import { pageAsked } from "@/lib/auth/page";
import { withParametersOf } from "@/lib/domain/base/page-address";
import { unknownParameters } from "../page-parameters";

/** To the address that says the same in full. Parameters that the page doesn't know go along: it says so there. */
export async function leadOn(href: string): Promise<never> {
  const address = await pageAsked();
  const unknown = unknownParameters(address, { asOf: true }).map(({ name }) => name);
  redirect(withParametersOf(address, unknown, href));
}
