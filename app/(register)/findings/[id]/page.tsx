import { EntryForm } from "@/components/oversight/findings/entry-form";
import { shortName } from "@/components/oversight/findings/record-href";
import { RecordLine } from "@/components/oversight/findings/record-line";
import { FindingStateMark } from "@/components/oversight/findings/state-mark";
import { FindingStory } from "@/components/oversight/findings/story";
import { findingWords } from "@/components/oversight/findings/words";
import { CopyButton } from "@/components/ui/copy-button";
import { referenceLook } from "@/components/ui/looks";
import { RecordHead } from "@/components/ui/page/record-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { mayReadLog } from "@/lib/domain/people/actor";
import { loadFinding } from "@/lib/oversight/findings/queries";
import { translator } from "@/lib/i18n/translator";
import { or404, RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";
import type { PageOf } from "../../search";

const t = translator("findings");
const ui = translator("ui");

export const generateMetadata = titled<PageOf<"id">>(async ({ params }) => (await params).id);

export default async function FindingPage({ params }: PageOf<"id">) {
  const [{ actor, at }, { id }] = await Promise.all([requireActorPage(), params]);
  const loaded = or404(await loadFinding(actor, id));
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/findings" />;
  const { finding, state, about, story, may, version } = loaded.value;
  const { reference } = finding;
  return (
    <>
      <RecordHead
        title={t("sheet.title", { name: shortName(about) })}
        meta={
          <>
            <span className={referenceLook()}>{reference}</span>
            <CopyButton
              path={`/findings/${reference}`}
              label={ui("copyLink", { reference })}
              copied={ui("copied")}
            />
            <FindingStateMark state={state} />
          </>
        }
      >
        <RecordLine record={about} />
      </RecordHead>
      <FindingStory story={story} at={at} readsLog={mayReadLog(actor)} />
      {may.map((does) => (
        <Section id={does} title={t(`form.${does}`)} className="print:hidden" key={does}>
          <EntryForm key={`${does}-${version}`} {...{ reference, version, does }} words={findingWords()} />
        </Section>
      ))}
      {may.length === 0 ? <p className="text-muted">{t("sheet.readOnly", { state })}</p> : null}
    </>
  );
}
