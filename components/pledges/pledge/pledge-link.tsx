import { asOfHref } from "@/components/ui/address/as-of-href";
import { referenceLook } from "@/components/ui/looks";
import { CoalitionMark } from "./coalition-mark";

/** A pledge by its reference, with its coalition mark. `at`: a place on its page, as `#evidence`. */
export const PledgeLink = ({ reference, at = "" }: { reference: string; at?: `#${string}` | "" }) => (
  <>
    <a className={referenceLook()} href={asOfHref(`/pledges/${reference}${at}`)}>
      {reference}
    </a>
    <CoalitionMark reference={reference} />
  </>
);
