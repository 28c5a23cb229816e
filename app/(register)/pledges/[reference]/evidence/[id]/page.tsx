import { notFound } from "next/navigation";
import { RetractForm } from "@/components/pledges/pledge-form/reason-form";
import { pledgeFormWords } from "@/components/pledges/pledge-form/options";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { loadForEditing } from "../../details";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("pledge-form");
const domain = translator("domain");

export const generateMetadata = titled<PageOf<"reference" | "id">>(async ({ params }) =>
  t("retractTitle", { reference: (await params).reference }),
);

export default async function RetractEvidencePage({ params }: PageOf<"reference" | "id">) {
  const [{ actor, at }, { reference, id }] = await Promise.all([requireActorPage(), params]);
  const details = await loadForEditing(actor, reference, at);
  const piece = details.evidence.find((one) => one.id === id && one.retracted === null);
  if (!piece) notFound();
  const title = t("retractTitle", { reference });
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook()}>
        {domain(`evidenceKind.${piece.kind}`)}, {piece.source.publisher}
      </p>
      {piece.quote ? (
        <blockquote className="quote" lang={piece.source.language}>
          {piece.quote}
        </blockquote>
      ) : null}
      <p className="mb-4">{t("retractText")}</p>
      <RetractForm
        title={title}
        label={t("retractReason")}
        submit={t("retract")}
        path={`/evidence/${piece.id}/retract`}
        page={`/pledges/${reference}#evidence`}
        done={t("retractedSaid")}
        words={pledgeFormWords()}
      />
    </>
  );
}
