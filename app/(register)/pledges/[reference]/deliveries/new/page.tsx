import { deliveryFormWords } from "@/components/pledges/deliveries/form-words";
import { ReportForm } from "@/components/pledges/deliveries/report-form";
import { reportLines } from "@/components/pledges/deliveries/report-lines";
import { formOptions } from "@/components/pledges/pledge-form/options";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";
import { translator } from "@/lib/i18n/translator";
import { loadForEditing } from "../../details";
import { piecesOf } from "../../stage/choices";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("deliveries");
const domain = translator("domain");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("newTitle", await params),
);

export default async function ReportDeliveryPage({ params }: PageOf<"reference">) {
  const [{ actor, at }, { reference }] = await Promise.all([requireActorPage(), params]);
  const details = await loadForEditing(actor, reference, at);
  const title = t("newTitle", { reference });
  const pieces = piecesOf(details);
  const { numberedKinds, units, currencies } = formOptions([], []);
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook()}>{details.title}</p>
      {details.contributions.length === 0 ? (
        <p>
          {t("noLine")}{" "}
          <a href={`/pledges/${reference}/edit#contributions`}>{translator("pledge")("addContribution")}</a>
        </p>
      ) : pieces.length === 0 ? (
        <p>
          {t("noEvidence")} <a href={`/pledges/${reference}/evidence`}>{t("addEvidence")}</a>
        </p>
      ) : (
        <>
          <p className="mb-4 max-w-3xl">{t("newText")}</p>
          <ReportForm
            reference={reference}
            title={title}
            lines={reportLines(details)}
            definitions={DELIVERED_AS.map((value) => ({
              value,
              label: domain(`deliveredAs.${value}`),
              meaning: domain(`deliveredAsMeaning.${value}`),
            }))}
            pieces={pieces}
            options={{ numberedKinds, units, currencies }}
            words={deliveryFormWords()}
          />
        </>
      )}
    </>
  );
}
