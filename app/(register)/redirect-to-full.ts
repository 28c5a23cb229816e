import { redirect } from "next/navigation";
import { requestedPage } from "@/lib/auth/page";
import { withParametersOf } from "@/lib/domain/base/page-address";
import { unknownParameters } from "../page-parameters";

/** Redirects to the full address. Unknown parameters stay, since the next page reports them. */
export async function redirectToFull(href: string): Promise<never> {
  const address = await requestedPage();
  const unknown = unknownParameters(address, { asOf: true }).map(({ name }) => name);
  redirect(withParametersOf(address, unknown, href));
}
