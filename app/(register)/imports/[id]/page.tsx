import { notFound } from "next/navigation";
import { Discard } from "@/components/imports/discard";
import { Handed } from "@/components/imports/causes/handed";
import { FileFacts } from "@/components/imports/facts";
import { Progress } from "@/components/imports/progress";
import { Report } from "@/components/imports/report";
import { importFormWords } from "@/components/imports/words";
import { referenceLook } from "@/components/ui/looks";
import { RecordHead } from "@/components/ui/page/record-head";
import { requireActorPage } from "@/lib/auth/page";
import { isId } from "@/lib/domain/base/id";
import { isImportUnderWay, mayWorkOnImport } from "@/lib/domain/import/import";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadHandedFrom, loadImport } from "@/lib/imports/queries";
import { loadNames } from "../../names";
import { or404, RefusedAndNoted } from "../../refused";
import { textOf, type PageOf } from "../../search";
import { Columns } from "./columns";
import { Trial } from "./trial";
import { titled } from "../../../titled";

const t = translator("imports");

export const generateMetadata = titled(() => t("title"));

export default async function ImportPage({ params, searchParams }: PageOf<"id">) {
  const { actor, at } = await requireActorPage();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  if (!isId(id)) notFound();
  const loaded = or404(await loadImport(actor, id));
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/" why={t("forKeepers")} />;
  const job = loaded.value;
  const [handed, names] = await Promise.all([loadHandedFrom(actor, job), loadNames(actor, at)]);
  const isOwn = mayWorkOnImport(actor, job);
  const isUntouched = job.state === "CHECKED" || (job.state === "FAILED" && job.imported === 0);
  const isColumns =
    job.state === "READ" || (isUntouched && (job.counts === null || textOf(search.columns) !== null));
  const isReport =
    job.state === "DONE" || job.state === "CANCELLED" || job.state === "UNDONE" || job.state === "FAILED";
  return (
    <>
      <RecordHead
        title={<span className="wrap-anywhere">{job.file.name}</span>}
        meta={<span className={referenceLook()}>{job.reference}</span>}
        actions={
          isOwn && (job.state === "READ" || isUntouched) ? (
            <Discard id={job.id} words={importFormWords("discard")} />
          ) : null
        }
      />
      <FileFacts job={job} />
      <Handed {...{ actor, job, names }} handed={handed.ok ? handed.value : []} />
      {isImportUnderWay(job) ? <Progress job={job} words={currentMessages().imports.progress} /> : null}
      {isReport ? <Report actor={actor} job={job} at={at} /> : null}
      {isColumns && isOwn ? <Columns actor={actor} job={job} at={at} /> : null}
      {(job.state === "CHECKED" || isReport) && !isColumns && isOwn ? (
        <Trial actor={actor} job={job} at={at} search={search} />
      ) : null}
    </>
  );
}
