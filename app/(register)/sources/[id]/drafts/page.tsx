import { AlikePledges } from "@/components/pledges/passages/drafts/alike";
import { DraftTable } from "@/components/pledges/passages/drafts/draft-table";
import { draftRow, draftsWords } from "@/components/pledges/passages/drafts/rows";
import { buttonLook, errorLook, leadLook } from "@/components/ui/looks";
import { Pager } from "@/components/tables/pager";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { isId } from "@/lib/domain/base/id";
import { pageOfDrafts, whyNotDraft } from "@/lib/domain/passages/pledge-draft";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { loadTriggers } from "@/lib/conditions/triggers/queries";
import { countDraftsElsewhere, isRead, loadAlikeIn, loadDraftsOf } from "@/lib/pledges/drafts/queries";
import { loadSource } from "@/lib/pledges/sources/queries";
import { loadForm } from "../../../pledges/form";
import { RefusedAndNoted } from "../../../refused";
import type { PageOf } from "../../../search";
import { titled } from "../../../../titled";
import { faultOfForm } from "./fault";

const t = translator("drafts");

export const generateMetadata = titled(() => t("name"));

export default async function DraftsPage({ params, searchParams }: PageOf<"id">) {
  const { actor, at } = await requireActorPage();
  const [{ id }, { row, error, done }] = await Promise.all([params, searchParams]);
  const home = `/sources/${id}`;
  if (!mayKeepRecords(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home={home} />;
  const [source, drafts, others, isReadBefore, form, triggers] = await Promise.all([
    loadSource(actor, id, at),
    loadDraftsOf(actor, id),
    countDraftsElsewhere(actor, id),
    isRead(actor, id),
    loadForm(actor, at),
    loadTriggers(actor, at),
  ]);
  if (!source.ok) return <RefusedAndNoted refusal={source.refusal} home={home} />;
  const { text, title, publisher, language } = source.value;
  if (text === null || !drafts.ok || !triggers.ok)
    return <RefusedAndNoted refusal={{ code: "not-found" }} home={home} />;

  const own = drafts.value.filter((draft) => whyNotDraft(actor, draft) === null);
  const asked = typeof row === "string" && isId(row) ? row : null;
  const { shown, before, next } = pageOfDrafts(own, asked);
  const alike = await loadAlikeIn(actor, shown, text);
  const fault = faultOfForm(asked, error);
  const isNoneFound = done === "none" && !isReadBefore;
  const named = new Map(triggers.value.map((trigger) => [trigger.code, trigger.title]));
  const { participants, priorities, evidenceKinds, reliabilities, credibilities } = form.options;
  return (
    <>
      <PageHead title={t("title", { source: title ?? publisher })}>
        <a className={buttonLook()} href={`${home}/log`}>
          {t("byHand")}
        </a>
      </PageHead>
      <p className={leadLook()}>
        {t("lead")} {t("count", { count: own.filter(({ state }) => state === "OPEN").length })}
        {shown.length < own.length
          ? ` ${t("shown", { from: before + 1, to: before + shown.length, all: own.length })}`
          : null}
      </p>
      {fault ? (
        <p role="alert" className={errorLook("mb-4")}>
          {fault.message}
        </p>
      ) : null}
      <ReadForm id={id} again={isNoneFound || isReadBefore} />
      {others > 0 ? (
        <p className="mb-4">
          {t("others", { count: others })}. {t("othersNote")}
        </p>
      ) : null}
      {isNoneFound ? <p className="mb-4">{t("none")}</p> : null}
      {own.length === 0 ? null : (
        <DraftTable
          owner={actor.email}
          source={id}
          text={text}
          language={language}
          spans={shown.map(({ content }) => content.span)}
          before={before}
          rows={shown.map((draft) => draftRow(text, draft, named))}
          options={{ participants, priorities, evidenceKinds, reliabilities, credibilities }}
          alike={Object.fromEntries(
            shown.flatMap((draft) => {
              const found = alike.get(draft.id) ?? [];
              return found.length === 0
                ? []
                : [[draft.id, <AlikePledges key={draft.id} draft={draft} alike={found} />]];
            }),
          )}
          at={asked}
          fault={fault}
          words={draftsWords()}
        />
      )}
      <Pager
        href={(draft = own[0]?.id ?? "") => `${home}/drafts?row=${draft}`}
        next={next?.id ?? null}
        further={before > 0}
      />
    </>
  );
}

/** Reading a text again doesn't bring back settled drafts. */
const ReadForm = ({ id, again }: { id: string; again: boolean }) => (
  <form method="post" action="/api/own/draft" className="mb-4 print:hidden">
    <input type="hidden" name="does" value="read" />
    <input type="hidden" name="source" value={id} />
    <input type="hidden" name="back" value={`/sources/${id}/drafts`} />
    <button className={buttonLook()}>{t(again ? "readAgain" : "read")}</button>
  </form>
);
