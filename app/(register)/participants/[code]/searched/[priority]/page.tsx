import { notFound, redirect } from "next/navigation";
import { searchedFormWords } from "@/components/people/participants/form-words";
import { SearchedForm } from "@/components/people/participants/searched-form";
import { Searched } from "@/components/people/participants/searched";
import { participantNameOf } from "@/components/people/participants/view";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { holds } from "@/lib/domain/people/actor";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../../../refused";
import { loadParticipantNamed } from "../../view";
import type { PageOf } from "../../../../search";
import { titled } from "../../../../../titled";

const t = translator("participants");
const domain = translator("domain");

export const generateMetadata = titled(() => t("searchTitle"));

export default async function SearchedPage({ params }: PageOf<"code" | "priority">) {
  const [{ actor, at }, { code, priority }] = await Promise.all([requireActorPage(), params]);
  const home = `/participants/${code}`;
  const found = await loadParticipantNamed(code);
  if (!found.ok) return <RefusedAndNoted refusal={found.refusal} home={home} />;
  if (!holds(actor, code)) return <RefusedAndNoted refusal={{ code: "another-desk" }} home={home} />;
  const cell = found.value.cells.find((one) => String(one.priority) === priority);
  if (!cell) notFound();
  if (!cell.expected || cell.position !== "NONE") redirect(home);
  return (
    <>
      <PageHead title={t("searchTitle")} />
      <p className={leadLook("mb-4")}>
        {participantNameOf(found.value)}, {domain(`priority.${cell.priority}`)}
      </p>
      <Searched cell={cell} />
      <p className="mb-4">{t("searchText")}</p>
      <SearchedForm
        code={code}
        priority={cell.priority}
        today={registerDay(at)}
        title={t("searchTitle")}
        words={searchedFormWords()}
      />
    </>
  );
}
