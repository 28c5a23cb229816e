import { notFound } from "next/navigation";
import { RetractForm } from "@/components/pledges/pledge-form/reason-form";
import { pledgeFormWords } from "@/components/pledges/pledge-form/options";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { bytesInWords } from "@/lib/i18n/words/file-words";
import { translator } from "@/lib/i18n/translator";
import { loadSource } from "@/lib/pledges/sources/queries";
import { RefusedAndNoted } from "../../../../refused";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("files");

export const generateMetadata = titled(() => t("retractTitle"));

export default async function RetractFilePage({ params }: PageOf<"id" | "file">) {
  const [{ actor, at }, { id, file }] = await Promise.all([requireActorPage(), params]);
  const home = `/sources/${id}`;
  if (!mayKeepRecords(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home={home} />;
  const source = await loadSource(actor, id, at);
  if (!source.ok) return <RefusedAndNoted refusal={source.refusal} home={home} />;
  const found = source.value.files?.find((one) => one.id === file && one.retracted === undefined);
  if (!found) notFound();
  const { title, publisher } = source.value;
  return (
    <>
      <PageHead title={t("retractTitle")} />
      <p className={leadLook("wrap-anywhere")}>
        {found.name} ({t(`type.${found.type}`)}, {bytesInWords(found.bytes)})
      </p>
      <p className="text-muted mb-4">{title ?? publisher}</p>
      <p className="mb-4">{t("retractText")}</p>
      <RetractForm
        title={t("retractTitle")}
        label={t("retractReason")}
        submit={t("retractSubmit")}
        path={`/sources/${id}/files/${found.id}/retract`}
        page={`${home}#files`}
        done={t("retractedSaid")}
        words={pledgeFormWords()}
      />
    </>
  );
}
