// An auditor's first page: whether the record holds, a package of it, and what there is to look at.
import { Packages } from "@/components/exports/packages";
import { UnderWay } from "@/components/exports/under-way";
import { viewWords } from "@/components/exports/words";
import { findingsHref } from "@/components/oversight/findings/view";
import { FindingTable } from "@/components/oversight/findings/table";
import { WHOLE_ENTRY_LAG } from "@/components/oversight/entry-lag/view";
import { AccessTotals } from "@/components/trust/record/access-totals";
import { RecordFacts } from "@/components/trust/record/facts";
import { RecordHeadline } from "@/components/trust/record/headline";
import { LateDesks } from "@/components/trust/record/late-desks";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import type { Instant } from "@/lib/domain/base/day";
import { isJobOpen } from "@/lib/domain/log/export";
import type { Actor } from "@/lib/domain/people/actor";
import { loadExports } from "@/lib/exports/queries";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadEntryLag } from "@/lib/oversight/entry-lag/queries";
import { loadFindings } from "@/lib/oversight/findings/queries";
import { loadRecordState } from "@/lib/trust/record/queries";
import { RefusedAndNoted } from "../refused";
import { PackageForm } from "./making";

const t = translator("record-state");
const SHOWN = 5;

export async function RecordStatePage({ actor, at }: { actor: Actor; at: Instant }) {
  const [state, findings, jobs, late] = await Promise.all([
    loadRecordState(actor, at),
    loadFindings(actor, { state: ["OPEN", "ANSWERED"], about: null, q: null, after: null, limit: SHOWN }),
    loadExports(actor, { cursor: null, limit: SHOWN }),
    loadEntryLag(actor, { ...WHOLE_ENTRY_LAG, after: null, limit: 1 }),
  ]);
  if (!state.ok) return <RefusedAndNoted refusal={state.refusal} home="/" />;
  const { log, written, access } = state.value;
  const noted = findings.ok ? findings.value : { items: [], total: 0 };
  const made = jobs.ok ? jobs.value.items : [];
  const open = made.filter(isJobOpen);
  const over = made.filter((job) => !isJobOpen(job));
  const failed = access.find(({ kind }) => kind === "SIGN_IN_FAILED")?.count ?? 0;
  return (
    <>
      <PageHead title={t("title")} />
      <RecordHeadline log={log} findings={noted.total} failed={failed} />
      <div className="mt-4 mb-6">
        <RecordFacts log={log} written={written} />
      </div>
      <Part id="package" title={t("package")}>
        <PackageForm {...{ actor, at }} home="/" />
        {open.length === 0 ? null : (
          <UnderWay
            exports={open.map((job) => ({ ...job, title: viewWords(job.view) }))}
            words={currentMessages().exports.open}
          />
        )}
      </Part>
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          <Part
            id="findings"
            title={t("findings.title")}
            all={{ href: findingsHref({}), label: t("findings.all") }}
          >
            {noted.items.length === 0 ? (
              <p className="text-muted">{t("findings.none")}</p>
            ) : (
              <FindingTable findings={noted.items} at={at} />
            )}
            <p className="mt-3">
              <a className={buttonLook()} href="/findings/new">
                {t("findings.note")}
              </a>
            </p>
          </Part>
        </div>
        <div>
          <Part id="access" title={t("access.title")} all={{ href: "/access-log", label: t("access.all") }}>
            <AccessTotals totals={access} at={at} />
          </Part>
          <Part id="late" title={t("late.title")} all={{ href: "/entry-lag", label: t("late.all") }}>
            <p className="text-muted mb-2">{t("late.text")}</p>
            {late.ok ? <LateDesks groups={late.value.groups.slice(0, SHOWN)} view={WHOLE_ENTRY_LAG} /> : null}
          </Part>
        </div>
      </div>
      <Part id="packages" title={t("packages.title")} all={{ href: "/exports", label: t("packages.all") }}>
        {over.length === 0 ? (
          <p className="text-muted">{t("packages.none")}</p>
        ) : (
          <Packages jobs={over} at={at} />
        )}
      </Part>
    </>
  );
}

interface PartGiven {
  id: string;
  title: string;
  all?: { href: string; label: string };
  children: React.ReactNode;
}

function Part({ id, title, all, children }: PartGiven) {
  return (
    <Section id={id} title={title} aside={all ? <a href={all.href}>{all.label}</a> : null}>
      {children}
    </Section>
  );
}
