import { cache } from "react";
import { SourceFiles } from "@/components/pledges/files/source-files";
import { SourceCitations } from "@/components/pledges/sources/citations";
import { Passages } from "@/components/pledges/sources/passages";
import { SourceFacts } from "@/components/pledges/sources/facts";
import { SourceTop } from "@/components/pledges/sources/top";
import { mayKeepRecords, mayDownloadRetracted } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { loadSource } from "@/lib/pledges/sources/queries";
import { FindingsOn } from "../../findings-on";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import type { PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("sources");

export const generateMetadata = titled<PageOf<"id">>(async ({ params }) => {
  const source = await loadOnce((await params).id);
  return source.ok ? (source.value.title ?? source.value.publisher) : t("title");
});

export default async function SourcePage({ params }: PageOf<"id">) {
  const { id } = await params;
  const [source, { viewer, actor }] = await Promise.all([loadOnce(id), readAt()]);
  if (!source.ok) return <RefusedAndNoted refusal={source.refusal} home={`/sources/${id}`} />;

  return (
    <>
      <SourceTop source={source.value} />
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          <SourceFiles
            files={source.value.files ?? []}
            attachHref={mayKeepRecords(viewer) ? `/sources/${id}/attach` : null}
            retractHref={mayKeepRecords(viewer) ? (file) => `/sources/${id}/files/${file}` : null}
            takesRetracted={mayDownloadRetracted(actor)}
            withheld={source.value.withheld}
          />
          <Passages
            source={source.value}
            logHref={mayKeepRecords(viewer) ? `/sources/${id}/log` : null}
            draftsHref={mayKeepRecords(viewer) ? `/sources/${id}/drafts` : null}
          />
          <SourceCitations source={source.value} />
        </div>
        <div className="side pt-8 max-md:contents">
          <SourceFacts source={source.value} />
          <FindingsOn about={{ kind: "source", key: id }} />
        </div>
      </div>
    </>
  );
}

/** Cached: the page and its title both ask. */
const loadOnce = cache(async (id: string) => {
  const { actor, at } = await readAt();
  return loadSource(actor, id, at);
});
