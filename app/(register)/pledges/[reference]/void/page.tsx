import { pledgeNames } from "@/components/pledges/pledge-form/names";
import { pledgeFormWords } from "@/components/pledges/pledge-form/options";
import { OpenProposal, SentBack } from "@/components/pledges/stage-form/open-proposal";
import { VoidForm } from "@/components/pledges/pledge-form/void-form";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { wayToVoid } from "@/lib/domain/pledge/pledge";
import { translator } from "@/lib/i18n/translator";
import { textOf, type PageOf } from "../../../search";
import { loadReturned } from "../returned";
import { loadForEditing } from "../details";
import { titled } from "../../../../titled";

const t = translator("pledge-form");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("voidTitle", await params),
);

export default async function VoidPledgePage({ params, searchParams }: PageOf<"reference">) {
  const { actor, at } = await requireActorPage();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const about = { wish: "void", concerns: reference } as const;
  const [details, returned] = await Promise.all([
    loadForEditing(actor, reference, at, (one) => wayToVoid(actor, one) !== null),
    loadReturned(actor, textOf(search.proposal), about),
  ]);
  const title = t("voidTitle", { reference });
  const { proposal } = details;
  const way = wayToVoid(actor, details) === "propose" ? "propose" : "set";
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook()}>{details.title}</p>
      <p className="mb-4">{t("voidText")}</p>
      {returned ? <SentBack proposal={returned} /> : null}
      {way === "propose" && proposal?.status === "OPEN" ? (
        <OpenProposal {...{ proposal, reference }} />
      ) : (
        <VoidForm
          reference={reference}
          version={details.version}
          way={way}
          resubmission={returned && { id: returned.id, reason: returned.reason }}
          title={title}
          words={pledgeFormWords()}
          names={pledgeNames()}
        />
      )}
    </>
  );
}
