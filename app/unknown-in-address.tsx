import { UnknownParameters } from "@/components/shell/known-address";
import { pageAsked } from "@/lib/auth/page";
import { unknownParameters } from "./page-parameters";

/** Of a page before the register: what its address asks for that it doesn't know. */
export async function UnknownInAddress() {
  const address = await pageAsked();
  return <UnknownParameters address={address} unknown={unknownParameters(address, { asOf: false })} />;
}
