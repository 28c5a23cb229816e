import { UnknownParameters } from "@/components/shell/known-address";
import { pageAsked } from "@/lib/auth/page";
import { unknownParameters } from "./page-parameters";

/** Unknown parameters of a page before signing in. */
export async function UnknownInAddress() {
  const address = await pageAsked();
  return <UnknownParameters address={address} unknown={unknownParameters(address, { asOf: false })} />;
}
