import { UnknownParameters } from "@/components/shell/known-address";
import { requestedPage } from "@/lib/auth/page";
import { unknownParameters } from "./page-parameters";

/** Unknown parameters of a page before signing in. */
export async function UnknownInAddress() {
  const address = await requestedPage();
  return <UnknownParameters address={address} unknown={unknownParameters(address, { asOf: false })} />;
}
