import { Causes } from "@/components/imports/causes/causes";
import { OtherDesks } from "@/components/imports/causes/other-desks";
import { Questions } from "@/components/imports/questions";
import { ImportRun } from "@/components/imports/run";
import { RowsPlace } from "@/components/imports/rows/place";
import { TriedRows } from "@/components/imports/rows/rows";
import { OutcomeTabs } from "@/components/imports/tabs";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { ImportJob } from "@/lib/domain/import/import";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadComparedRows } from "@/lib/imports/alike";
import { loadOpenInFile, loadRest, loadRows } from "@/lib/imports/queries";
import { parseRows, rowQuery } from "@/lib/imports/schema";
import { pageParameters } from "@/lib/schema/parameters";
import { loadDesks } from "@/lib/people/people/queries";
import { loadNames } from "../../names";
import { RefusedAndNoted } from "../../refused";
import type { Search } from "../../search";

const t = translator("imports");

/** The outcome of each row, before or after the import; and how to import the file where that is possible. */
export async function Trial({
  actor,
  job,
  at,
  search,
}: {
  actor: Actor;
  job: ImportJob;
  at: Instant;
  search: Search;
}) {
  const { counts } = job;
  if (counts === null) return null;
  const page = parseRows(pageParameters(rowQuery.parameters, search));
  if (!page.ok) return <RefusedAndNoted refusal={page.refusal} home={`/imports/${job.id}`} />;
  const { outcome, after } = page.value;
  const [rows, open, names, desks, rest] = await Promise.all([
    loadRows(actor, { id: job.id, ...page.value }),
    loadOpenInFile(actor, job.id),
    loadNames(actor, at),
    loadDesks(actor, at),
    loadRest(actor, job.id),
  ]);
  if (!rows.ok) return <RefusedAndNoted refusal={rows.refusal} home="/imports" />;
  const { items, next } = rows.value;
  const compared = await loadComparedRows(actor, { id: job.id, rows: items });
  const isOthers = open.ok && open.value.causes.some(({ code }) => code === "another-desk");
  const isOpen = job.state === "CHECKED" || (job.state === "FAILED" && job.importedAt === null);
  const link = (cursor: string | null): string => {
    const asked = new URLSearchParams({
      ...(outcome ? { outcome } : {}),
      ...(cursor ? { cursor } : {}),
    }).toString();
    return `/imports/${job.id}${asked === "" ? "" : `?${asked}`}`;
  };
  return (
    <>
      {job.state === "CHECKED" && open.ok ? (
        <Questions job={job} questions={open.value} names={names} />
      ) : null}
      {isOpen && rest.ok ? <ImportRun {...{ job, counts }} rest={rest.value} /> : null}
      {isOpen && isOthers && actor.role === "MANAGER" ? (
        <p className={noticeLook("mb-4")}>
          {t("trial.asManager", { by: job.by.name })}{" "}
          <a href={`/imports/${job.id}?columns=1`}>{t("mapping.again")}</a>
        </p>
      ) : null}
      <Section
        id="rows"
        title={t(isOpen ? "trial.title" : "trial.over")}
        aside={
          counts.error === 0 ? null : (
            <a className={buttonLook()} href={`/api/v1/imports/${job.id}/errors.csv`}>
              {t("trial.errorsCsv")}
            </a>
          )
        }
      >
        {isOpen && job.imported === 0 ? <p className="mb-3">{t("trial.lead")}</p> : null}
        {open.ok && isOpen ? (
          <Causes
            causes={open.value.causes}
            valuesHref={job.imported === 0 ? `/imports/${job.id}?columns=1#values` : null}
            others={
              <OtherDesks
                {...{ job, names }}
                causes={open.value.causes}
                desks={desks.ok ? desks.value : []}
                mayHandOver={job.state === "CHECKED" && job.imported === 0}
              />
            }
          />
        ) : null}
        <OutcomeTabs job={job} counts={counts} chosen={outcome} />
        <RowsPlace words={currentMessages().imports.outcome}>
          {items.length === 0 ? (
            <p>{t("trial.nothing")}</p>
          ) : (
            <TriedRows
              {...{ actor, job, names, compared }}
              rows={items}
              desks={desks.ok ? desks.value : []}
            />
          )}
        </RowsPlace>
        <p className="mt-3">
          {after > 0 ? <a href={link(null)}>{t("trial.firstRows")}</a> : null}{" "}
          {next === null ? null : <a href={link(next)}>{t("trial.next")}</a>}
        </p>
      </Section>
    </>
  );
}
