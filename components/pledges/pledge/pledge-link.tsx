import { asOfHref } from "@/components/ui/address/as-of-href";
import { referenceLook } from "@/components/ui/looks";
import { CoalitionMark } from "./coalition-mark";

interface Props {
  reference: string;
  /** A place on its page, as `#evidence`. */
  at?: `#${string}` | "";
}

/** A pledge by its reference, with its coalition mark. */
export const PledgeLink = ({ reference, at = "" }: Props) => (
  <>
    <a className={referenceLook()} href={asOfHref(`/pledges/${reference}${at}`)}>
      {reference}
    </a>
    <CoalitionMark reference={reference} />
  </>
);
