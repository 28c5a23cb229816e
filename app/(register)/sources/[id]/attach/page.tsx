import { AttachForm } from "@/components/pledges/files/attach-form";
import { fileFormWords } from "@/components/pledges/files/words";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadSource } from "@/lib/pledges/sources/queries";
import { RefusedAndNoted } from "../../../refused";
import { titled } from "../../../../titled";
import type { PageOf } from "../../../search";

const t = translator("files");

export const generateMetadata = titled(() => t("field"));

export default async function AttachPage({ params }: PageOf<"id">) {
  const [{ actor, at }, { id }] = await Promise.all([requireActorPage(), params]);
  const home = `/sources/${id}`;
  if (!mayKeepRecords(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home={home} />;
  const source = await loadSource(actor, id, at);
  if (!source.ok) return <RefusedAndNoted refusal={source.refusal} home={home} />;
  const { title, publisher } = source.value;
  return (
    <>
      <PageHead title={t("field")} />
      <p className={leadLook("mb-4")}>{title ?? publisher}</p>
      <AttachForm source={id} words={{ ...currentMessages().form, ...fileFormWords() }} />
    </>
  );
}
