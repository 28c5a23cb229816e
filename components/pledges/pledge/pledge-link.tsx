import { asOfHref } from "@/components/ui/address/as-of-href";
import { referenceLook } from "@/components/ui/looks";
import { CoalitionMark } from "./coalition-mark";

interface Props {
  reference: string;
  /** A place on its page, as `#evidence`. */
  at?: `#${string}` | "";
  /** The keys of the page move from row to row by it. */
  isRow?: boolean;
}

/** A pledge by its reference, with its coalition mark. */
export const PledgeLink = ({ reference, at = "", isRow = false }: Props) => (
  <>
    <a
      className={referenceLook()}
      data-row={isRow ? reference : undefined}
      href={asOfHref(`/pledges/${reference}${at}`)}
    >
      {reference}
    </a>
    <CoalitionMark reference={reference} />
  </>
);
