import { asOfHref } from "@/components/ui/address/as-of-href";
import { ReferenceLink } from "@/components/ui/link-to";
import { CoalitionMark } from "./coalition-mark";

interface Props {
  reference: string;
  /** A place on its page, as `#evidence`. */
  at?: `#${string}` | "";
}

/** A pledge by its reference, with its coalition mark. */
export const PledgeLink = ({ reference, at = "" }: Props) => (
  <>
    <ReferenceLink href={asOfHref(`/pledges/${reference}${at}`)}>{reference}</ReferenceLink>
    <CoalitionMark reference={reference} />
  </>
);
