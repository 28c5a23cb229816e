import { OfferForm } from "@/components/requirements/offers/offer-form";
import { choicesOf } from "@/components/requirements/offers/candidates";
import { CandidateSearch } from "@/components/requirements/offers/candidate-search";
import { fitOptions, requirementWords } from "@/components/requirements/words";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { pageParameters, parseParameters } from "@/lib/schema/parameters";
import { candidateParameters } from "@/lib/requirements/filter";
import { loadCandidates } from "@/lib/requirements/queries";
import { loadNames } from "../../../names";
import { RefusedAndNoted } from "../../../refused";
import type { PageOf } from "../../../search";
import { loadForManaging } from "../requirement";
import { titled } from "../../../../titled";

const t = translator("requirements");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("offerTitle", await params),
);

export default async function OfferPage({ params, searchParams }: PageOf<"reference">) {
  const { actor, at } = await requireActorPage();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const home = `/requirements/${reference}/offer`;
  const asked = parseParameters(candidateParameters, pageParameters(candidateParameters, search));
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home={home} />;
  const [details, found, names] = await Promise.all([
    loadForManaging(actor, reference, at),
    loadCandidates(actor, reference, asked.value, at),
    loadNames(actor, at),
  ]);
  if (!found.ok) return <RefusedAndNoted refusal={found.refusal} home={home} />;
  const { candidates, more } = found.value;
  const title = t("offerTitle", { reference });
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook()}>{details.requirement.title}</p>
      <p className="text-muted mb-4 max-w-[76ch]">{t("offerText")}</p>
      <CandidateSearch
        home={home}
        q={asked.value.q}
        found={candidates.length}
        more={more}
        measure={details.coverage.measure}
      />
      {candidates.length > 0 ? (
        <OfferForm
          reference={reference}
          title={title}
          candidates={choicesOf(candidates, names.participants, details.coverage.measure)}
          fits={fitOptions()}
          words={requirementWords()}
        />
      ) : (
        <p>
          <a href={`/requirements/${reference}`}>{details.requirement.title}</a>
        </p>
      )}
    </>
  );
}
