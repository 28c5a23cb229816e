// Offers that would count and are on no rung of the response ladder, each with the reason.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { pledgesOf, type ResponseRow } from "@/lib/domain/requirements/response-ladder";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";

const t = translator("requirements");

/** High enough for a finger. */
const LINE = "block min-h-6";

interface Props {
  rows: readonly ResponseRow[];
  name: (row: ResponseRow) => string;
}

export function OffersOffLadder({ rows, name }: Props) {
  const offLadder = rows.filter(
    ({ unplaced, waiting, other, undated }) =>
      unplaced.length + waiting.length + other.length + undated.length > 0,
  );
  if (offLadder.length === 0) return null;
  return (
    <>
      <h3 id="ladder-apart" className="mt-8">
        {t("ladder.apart")}
      </h3>
      <p className="text-muted mb-4">{t("ladder.apartText")}</p>
      <Ledger
        labelledBy="ladder-apart"
        rows={offLadder}
        rowKey={name}
        columns={[
          { heading: t("ladder.what"), names: true, cell: name },
          { heading: t("ladder.unplaced"), cell: ({ unplaced }) => <Pledges list={pledgesOf(unplaced)} /> },
          { heading: t("ladder.waiting"), cell: ({ waiting }) => <Pledges list={pledgesOf(waiting)} /> },
          { heading: t("ladder.other"), cell: ({ other }) => <Pledges list={pledgesOf(other)} /> },
          {
            heading: t("ladder.undated"),
            cell: ({ undated }) =>
              undated.length === 0
                ? t("none")
                : undated.map((reference) => (
                    <span key={reference} className={LINE}>
                      <ReferenceLink href={asOfHref(`/requirements/${reference}`)}>{reference}</ReferenceLink>
                    </span>
                  )),
          },
        ]}
      />
    </>
  );
}

const Pledges = ({ list }: { list: readonly string[] }) =>
  list.length === 0
    ? t("none")
    : list.map((reference) => (
        <span key={reference} className={LINE}>
          <PledgeLink reference={reference} />
        </span>
      ));
