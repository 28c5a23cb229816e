import { PersonEditor } from "@/components/people/people/person-editor";
import { PersonFacts } from "@/components/people/people/person-facts";
import { personWords, roleOptions } from "@/components/people/people/words";
import { changeWords, statusWords } from "@/components/people/accounts/words";
import { ActButton } from "@/components/form/sending/act-button";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { isSingleSignOn } from "@/lib/auth/sign-in/single-sign-on/provider";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { labelled } from "@/lib/i18n/signs";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadPendingFor } from "@/lib/people/account-proposals/queries";
import { isDeskByGroups } from "@/lib/people/handovers/queries";
import { loadPerson } from "@/lib/people/people/queries";
import { RefusedAndNoted } from "../../../refused";
import { loadDeskOptions } from "../desk-options";
import { titled } from "../../../../titled";
import type { PageOf } from "../../../search";

const t = translator("people");
const groups = translator("sign-in-groups");

export const generateMetadata = titled(() => t("account"));

export default async function PersonPage({ params }: PageOf<"id">) {
  const { actor, at } = await requireActorPage();
  const { id } = await params;
  const loaded = await loadPerson(actor, id);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/admin/people" />;

  const person = loaded.value;
  const openProposal = await loadPendingFor(actor, id);
  const { name, role, desk, sealed, version, disabledAt, secondFactorAt } = person;
  const hasIdentity = person.identity !== null;
  const isByGroups = await isDeskByGroups(id);
  const hasWayIn = person.hasPassword || hasIdentity;
  const account = { id, version, name, role, desk, sealed, disabledAt, secondFactorAt };
  return (
    <>
      <PageHead title={name}>
        {mayKeepPeople(actor) && desk.length > 0 && !isByGroups ? (
          <a className={buttonLook()} href={`/admin/people/${id}/hand-over`}>
            {translator("mine")("handover.link")}
          </a>
        ) : null}
      </PageHead>
      {openProposal ? (
        <section className={noticeLook()}>
          <h2>{t(`proposals.${openProposal.status === "OPEN" ? "pending" : "one"}`)}</h2>
          <p>
            {labelled(changeWords(openProposal.wish), openProposal.reason)} ({openProposal.proposedBy.name},{" "}
            {statusWords(openProposal)}).{" "}
            <a href={`/review/accounts/${openProposal.id}`}>{t("proposals.look")}</a>
          </p>
          {openProposal.proposerId === actor.id ? (
            <ActButton
              request={{ method: "POST", path: `/proposals/${openProposal.id}/withdraw`, body: {} }}
              done={t("proposals.withdrawn")}
              look="plain"
              words={currentMessages().form}
            >
              {t("proposals.withdraw")}
            </ActButton>
          ) : null}
        </section>
      ) : null}
      <PersonFacts person={person} hasProvider={isSingleSignOn()} />
      {isByGroups ? (
        <p className={noticeLook()}>
          {groups("decides")} <a href="/admin/settings#groups">{groups("title")}</a>
        </p>
      ) : null}
      {mayKeepPeople(actor) ? (
        <PersonEditor
          person={{ ...account, hasIdentity, hasWayIn }}
          headings={{ change: t("changeHeading"), access: t("access") }}
          roles={roleOptions()}
          participants={await loadDeskOptions(actor, at)}
          words={personWords()}
        />
      ) : (
        <p className="text-muted mt-4">{t("readOnly")}</p>
      )}
    </>
  );
}
