import { NoteForm } from "@/components/oversight/findings/note-form";
import { noteHref, keyedRecordHref } from "@/components/oversight/findings/record-href";
import { RecordLine } from "@/components/oversight/findings/record-line";
import { findingWords } from "@/components/oversight/findings/words";
import { StartForm } from "@/components/oversight/start-form";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { LONGEST_RECORD_KEY, recordKey } from "@/lib/domain/oversight/record-key";
import { loadMeant } from "@/lib/oversight/findings/queries";
import { translator } from "@/lib/i18n/translator";
import { FindingsOn } from "../../findings-on";
import { redirectToFull } from "../../redirect-to-full";
import { RefusedAndNoted } from "../../refused";
import { sentText, type PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("findings");

export const generateMetadata = titled(() => t("new"));

/** About the record that the address names, even by its reference alone. Without one, asks for it first. */
export default async function NewFindingPage({ searchParams }: PageOf) {
  const [{ actor }, search] = await Promise.all([requireActorPage(), searchParams]);
  const home = "/findings/new";
  if (!mayNoteFindings(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home={home} why={t("about.forAuditors")} />;
  const typed = sentText(search.about, LONGEST_RECORD_KEY);
  const meant = !typed ? null : await loadMeant(actor, typed);
  if (!meant?.ok)
    return (
      <>
        <PageHead title={t("about.title")} />
        <StartForm
          action={home}
          title={t("new")}
          lead={t("about.lead")}
          label={t("about.label")}
          hint={t("about.hint")}
          submit={t("about.go")}
          typed={typed}
          error={typed === null ? null : typed === "" ? t("about.missing") : t("about.unknown", { typed })}
          longest={LONGEST_RECORD_KEY}
        />
      </>
    );
  const record = meant.value;
  const about = recordKey(record);
  if (about !== typed) await redirectToFull(noteHref(record));
  return (
    <>
      <PageHead title={t("new")} />
      <RecordLine record={record} />
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <NoteForm about={about} title={t("new")} page={keyedRecordHref(record)} words={findingWords()} />
        <aside className="side pt-8 max-md:contents" aria-label={t("on.title")}>
          <FindingsOn about={record} noting />
        </aside>
      </div>
    </>
  );
}
