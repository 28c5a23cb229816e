import { Fragment } from "react";
import { CopyText } from "./copy-text";
import type { LogSheet } from "@/lib/domain/log/logged";
import { translator } from "@/lib/i18n/translator";
import { entryHref } from "./view";

const t = translator("audit");

const HASHES = ["leafHash", "prevHash", "afterSha256", "payloadSha256"] as const;

/** The entry's text, verbatim, and the hashes that protect it. */
export function Hashed({ sheet }: { sheet: LogSheet }) {
  const { previous } = sheet.ofLog;
  return (
    <section className="sec" aria-labelledby="hashed">
      <header>
        <h2 id="hashed">{t("entry.hashed")}</h2>
        <Copy text={sheet.leaf} what={t("entry.leaf")} />
      </header>
      <p className="muted mb-4">{t("entry.hashedText")}</p>
      <pre className="leaf" tabIndex={0} role="region" aria-label={t("entry.leaf")}>
        {sheet.leaf}
      </pre>
      <dl className="facts hashes">
        {HASHES.map((name) => (
          <Fragment key={name}>
            <dt>
              {name === "prevHash" && previous !== null ? (
                <a href={entryHref(previous)}>{t(`entry.hash.${name}`)}</a>
              ) : (
                t(`entry.hash.${name}`)
              )}
            </dt>
            <dd>
              <span className="mono">{sheet[name]}</span>
              <Copy text={sheet[name]} what={t(`entry.hash.${name}`)} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** The record as logged. The hash is over the same text without line breaks and spaces. */
export function KeptRecord({ sheet }: { sheet: LogSheet }) {
  return (
    <section className="sec" aria-labelledby="kept">
      <header>
        <h2 id="kept">{t("entry.record")}</h2>
      </header>
      <details>
        <summary className="btn">{t("entry.showRecord")}</summary>
        <pre className="leaf">{JSON.stringify(sheet.after, null, 2)}</pre>
      </details>
    </section>
  );
}

function Copy({ text, what }: { text: string; what: string }) {
  const label = t("entry.copy", { what });
  return <CopyText text={text} words={{ copy: t("entry.copyShort"), copied: t("entry.copied"), label }} />;
}
