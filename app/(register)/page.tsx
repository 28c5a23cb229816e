import { redirect } from "next/navigation";
import { Markup } from "@/components/ui/page/markup/markup";
import { BelowFive } from "@/components/unresolved/home/below-five";
import { Matters } from "@/components/unresolved/matters/matters";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requestedPage, requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords, type Role } from "@/lib/domain/people/actor";
import { isPast } from "@/lib/domain/base/as-of";
import { addressIn, addressText } from "@/lib/domain/base/page-address";
import { registerDay, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { askedTogether } from "@/lib/workspace/pages/queries";
import { loadManagersPage } from "../managers-page";
import { titled } from "../titled";
import { loadNames } from "./names";
import { readAt } from "./read-at";
import { SystemStatusPage } from "./admin/system-status";
import { RecordStatePage } from "./exports/record-state";
import { RefusedAndNoted } from "./refused";

const t = translator("matters");
const record = translator("record-state");
const systemStatus = translator("system-status");

export const generateMetadata = titled(async () => {
  const { role } = (await requireActorPage()).actor;
  return role === "AUDITOR" ? record("title") : role === "ADMIN" ? systemStatus("title") : t("title");
});

/**
 * Where readers go who have no page here: officers always, auditors and administrators when they look at the
 * past. There they can make a package of the past, while the state of the log is always the current one.
 * Those pages accept all parameters and report unknown ones.
 */
const REDIRECTS: Record<Exclude<Role, "MANAGER">, string> = {
  OFFICER: "/mine",
  AUDITOR: "/exports",
  ADMIN: "/admin/people",
};

export default async function Home() {
  const [{ actor, viewer, at, moment }, address] = await Promise.all([readAt(), requestedPage()]);
  if (actor.role === "AUDITOR" && !isPast(at)) return <RecordStatePage actor={actor} at={moment} />;
  if (actor.role === "ADMIN" && !isPast(at)) return <SystemStatusPage actor={actor} at={moment} />;
  if (actor.role !== "MANAGER")
    redirect(asOfHref(addressText({ ...addressIn(address), path: REDIRECTS[actor.role] })));
  const [page, names] = await askedTogether(() =>
    Promise.all([loadManagersPage(actor, at), loadNames(actor, at)]),
  );
  if (!page.ok) return <RefusedAndNoted refusal={page.refusal} home="/" />;
  const { matters, below, asOf } = page.value;
  const today = registerDay(moment);
  return (
    <>
      <PageHead title={t("title")}>
        <a className={buttonLook()} href={asOfHref("/briefing")}>
          {t("briefing")}
        </a>
      </PageHead>
      {asOf === null ? null : (
        <p className="mb-3 text-ui text-muted">
          {t.rich("asOf", {
            when: shortMoment(asOf),
            again: (inside) => <a href="/">{inside}</a>,
          })}
        </p>
      )}
      <Markup>
        <Matters matters={matters} names={names.participants} today={today} mayAct={mayKeepRecords(viewer)} />
      </Markup>
      <Markup>
        <BelowFive below={below} names={names.participants} {...{ actor, today }} now={moment} />
      </Markup>
    </>
  );
}
