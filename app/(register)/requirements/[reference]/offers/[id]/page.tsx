import { notFound } from "next/navigation";
import { WithdrawOfferForm } from "@/components/requirements/offers/withdraw-form";
import { requirementWords } from "@/components/requirements/words";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { loadForManaging } from "../../requirement";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("requirements");

export const generateMetadata = titled<PageOf<"reference" | "id">>(async ({ params }) =>
  t("withdrawTitle", { reference: (await params).reference }),
);

export default async function WithdrawOfferPage({ params }: PageOf<"reference" | "id">) {
  const [{ actor, at }, { reference, id }] = await Promise.all([requireActorPage(), params]);
  const { coverage } = await loadForManaging(actor, reference, at);
  const found = coverage.offers.find(({ offer }) => offer.id === id && offer.withdrawn === null);
  if (!found) notFound();
  const title = t("withdrawTitle", { reference });
  return (
    <>
      <PageHead title={title} />
      <p className="mb-4">
        {t("withdrawText", { pledge: found.pledge.reference, title: found.pledge.title, reference })}
      </p>
      <WithdrawOfferForm reference={reference} offer={id} title={title} words={requirementWords()} />
    </>
  );
}
