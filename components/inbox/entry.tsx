// One whole notice: what changed, before and after, and the reason.
import { RecordLink } from "@/components/history/audit/record";
import { accountChangeWords } from "@/components/people/accounts/words";
import { FieldChanges } from "@/components/pledges/changes/changes";
import { noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { type Actor, mayReadLog } from "@/lib/domain/people/actor";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Notice } from "@/lib/domain/notices/notice";
import { deviceOf } from "@/lib/domain/people/session";
import { deviceWords } from "@/lib/i18n/words/device-words";
import { becauseWords } from "@/lib/i18n/words/notice-words";
import { colon } from "@/lib/i18n/signs";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { Fact } from "@/components/ui/page/facts";

const t = translator("inbox");
const domain = translator("domain");

/** A proposal, a ruling and a new record have no value before them. */
export function WhatHappened({ notice, facts }: { notice: Notice; facts: LeafFacts }) {
  const { action, changes, asks, comment, reason, record, entries } = notice;
  if (action === "person.new-device") return <NewDevice label={reason} />;
  const isAsked = action === "proposal.made" || action === "ruling.made";
  const heading = isAsked ? "asked" : record.version === 1 ? "recordedAs" : "changed";
  return (
    <section className="section" aria-labelledby="changed">
      {entries > 1 ? (
        <p className={noticeLook()}>
          {t("manyLong", { count: entries })} <a href="/pledges?sort=-updatedAt">{t("manyLink")}</a>
        </p>
      ) : null}
      <header>
        <h2 id="changed">{t(`entry.${heading}`)}</h2>
      </header>
      {comment === null ? null : <p className="said">{comment}</p>}
      {asks === null ? null : <p>{accountChangeWords(asks.wish)}</p>}
      {changes.length === 0 && comment === null && asks === null ? (
        <p className="text-muted">{t("entry.none")}</p>
      ) : null}
      <FieldChanges changes={changes} facts={facts} proposed={isAsked || record.version === 1} />
      {reason === null || reason === comment ? null : (
        <p className="said">
          <b>
            {t("entry.reason")}
            {colon()}
          </b>{" "}
          {reason}
        </p>
      )}
    </section>
  );
}

function NewDevice({ label }: { label: string | null }) {
  return (
    <Section id="device" title={t("entry.device")}>
      <p>
        <b>{deviceWords(deviceOf(label))}</b>
      </p>
      <p>
        {t("entry.deviceText")} <a href="/profile#sessions">{t("entry.deviceLink")}</a>
      </p>
    </Section>
  );
}

export function NoticeFacts({ notice, actor }: { notice: Notice; actor: Actor }) {
  const { at, seq, record, actor: by } = notice;
  return (
    <dl className="facts border-t border-t-rule">
      <Fact name={t("entry.record")}>
        <RecordLink actor={actor} record={record} />
      </Fact>
      <Fact name={t("entry.who")}>
        {by.name}
        <br />
        <span className="text-muted">{domain(`role.${by.role}`)}</span>
      </Fact>
      <Fact name={t("entry.when")}>
        {shortMoment(at)} {registerZoneName()}
      </Fact>
      <Fact name={t("entry.why")}>
        {becauseWords(notice)}
        {mayReadLog(actor) ? (
          <>
            <br />
            <a href={`/audit/${seq}`}>{t("entry.log")}</a>
          </>
        ) : null}
      </Fact>
    </dl>
  );
}
