import { OnRecord } from "@/components/findings/on-record";
import { requireActorPage } from "@/lib/auth/page";
import { mayNoteFindings } from "@/lib/domain/finding";
import type { RecordKey } from "@/lib/domain/record-key";
import { loadFindingsOn } from "@/lib/findings/queries";

/** The open findings on a page's record, for whoever reads the register. `noting`: one is being noted here. */
export async function FindingsOn({ about, noting = false }: { about: RecordKey; noting?: boolean }) {
  const { actor, at } = await requireActorPage();
  const loaded = await loadFindingsOn(actor, about, at);
  if (!loaded.ok) return null;
  return <OnRecord about={about} {...loaded.value} mayNote={mayNoteFindings(actor) && !noting} />;
}
