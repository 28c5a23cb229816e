import { OnRecord } from "@/components/findings/on-record";
import { requireActorPage } from "@/lib/auth/page";
import { mayNoteFindings } from "@/lib/domain/finding";
import type { RecordKey } from "@/lib/domain/record-key";
import { loadFindingsOn } from "@/lib/findings/queries";

/** The open findings on a page's record, for whoever reads the register. */
export async function FindingsOn({ about }: { about: RecordKey }) {
  const { actor, at } = await requireActorPage();
  const loaded = await loadFindingsOn(actor, about, at);
  if (!loaded.ok) return null;
  return <OnRecord about={about} {...loaded.value} mayNote={mayNoteFindings(actor)} />;
}
