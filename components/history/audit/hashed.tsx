import { Fragment } from "react";
import { buttonLook, codeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { CopyText } from "./copy-text";
import type { LogEntryDetails } from "@/lib/domain/log/logged";
import { translator } from "@/lib/i18n/translator";
import { entryHref } from "./view";

const t = translator("audit");

const HASHES = ["leafHash", "prevHash", "afterSha256", "payloadSha256"] as const;

/** The entry's text, verbatim, and the hashes that protect it. */
export function Hashed({ entry }: { entry: LogEntryDetails }) {
  const { previous } = entry.ofLog;
  return (
    <Section id="hashed" title={t("entry.hashed")} aside={<Copy text={entry.leaf} what={t("entry.leaf")} />}>
      <p className="text-muted mb-4">{t("entry.hashedText")}</p>
      <pre className="leaf" tabIndex={0} role="region" aria-label={t("entry.leaf")}>
        {entry.leaf}
      </pre>
      <dl className="facts grid-cols-[212px_minmax(0,1fr)] mt-4 border-t border-t-rule max-md:grid-cols-1">
        {HASHES.map((name) => (
          <Fragment key={name}>
            <dt className="flex items-center min-h-11.5 max-md:pb-0 max-md:min-h-0 max-md:border-b-0">
              {name === "prevHash" && previous !== null ? (
                <a href={entryHref(previous)}>{t(`entry.hash.${name}`)}</a>
              ) : (
                t(`entry.hash.${name}`)
              )}
            </dt>
            <dd className="flex items-center justify-between gap-2 min-h-11.5">
              <span className={codeLook()}>{entry[name]}</span>
              <Copy text={entry[name]} what={t(`entry.hash.${name}`)} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}

/** The record as logged. The hash is over the same text without line breaks and spaces. */
export function KeptRecord({ entry }: { entry: LogEntryDetails }) {
  return (
    <Section id="kept" title={t("entry.record")}>
      <details>
        <summary className={buttonLook()}>{t("entry.showRecord")}</summary>
        <pre className="leaf mt-3">{JSON.stringify(entry.after, null, 2)}</pre>
      </details>
    </Section>
  );
}

function Copy({ text, what }: { text: string; what: string }) {
  const label = t("entry.copy", { what });
  return <CopyText text={text} words={{ copy: t("entry.copyShort"), copied: t("entry.copied"), label }} />;
}
