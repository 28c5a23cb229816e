// A digest as a mail, in the reader's language: who did what to which record, and where to read it. No figure, reason or comment leaves the register
// with it; of what is for the coalition alone, not even a title.
import type { Notice } from "@/lib/domain/notice";
import { actionWords } from "@/lib/i18n/domain-words";
import { becauseWords, changedWords } from "@/lib/i18n/notice-words";
import { languageNow } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import { momentIn, zoneName } from "@/lib/i18n/when";

const t = translator("inbox");

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export interface Told {
  name: string;
  /** The newest first; `more` are in the inbox besides. */
  notices: readonly Notice[];
  more: number;
  timeZone: string;
  marking: string;
  demonstration: boolean;
  /** The register's address, without a slash at its end. */
  home: string;
}

export function letterOf(told: Told): Letter {
  const { name, notices, more, timeZone, marking, demonstration, home } = told;
  const count = notices.length + more;
  const lead = [t("mail.hello", { name }), t("mail.lead", { count })];
  const lines = notices.map((notice) => lineOf(notice, told));
  const rest = more === 0 ? t("mail.inbox") : t("mail.more", { count: more });
  const foot = [
    t("mail.times", { zone: zoneName(timeZone) }) + (demonstration ? ` ${t("mail.demonstration")}` : ""),
    t("mail.confidential"),
  ];
  const stop = { words: t("mail.stop"), href: `${home}/profile#inbox` };
  return {
    subject: t("mail.subject", { count }),
    text: [
      ...(marking === "" ? [] : [marking, ""]),
      ...lead,
      "",
      ...lines.flatMap(({ did, about, fields, because, href }) =>
        [`* ${did}`, about, fields, because, href].filter((one) => one !== "").map(indented),
      ),
      `${rest} ${home}/inbox`,
      "",
      ...foot,
      `${stop.words} ${stop.href}`,
      ...(marking === "" ? [] : ["", marking]),
      "",
    ].join("\n"),
    html: pageOf(marking, [
      ...lead.map((one) => `<p>${escaped(one)}</p>`),
      "<ul>",
      ...lines.map(
        ({ did, about, fields, because, href }) =>
          `<li><p><a href="${escaped(href)}">${escaped(did)}</a><br>${[about, fields, because]
            .filter((one) => one !== "")
            .map(escaped)
            .join("<br>")}</p></li>`,
      ),
      "</ul>",
      `<p>${escaped(rest)} <a href="${escaped(home)}/inbox">${escaped(home)}/inbox</a></p>`,
      ...foot.map((one) => `<p>${escaped(one)}</p>`),
      `<p>${escaped(stop.words)} <a href="${escaped(stop.href)}">${escaped(stop.href)}</a></p>`,
    ]),
  };
}

interface Line {
  did: string;
  about: string;
  fields: string;
  because: string;
  href: string;
}

function lineOf(notice: Notice, { timeZone, home }: Told): Line {
  const { at, seq, entries, record, isForCoalition, actor, action } = notice;
  const fields = changedWords(notice);
  return {
    did: t("mail.line", {
      when: momentIn(timeZone, at),
      actor: actor.name,
      action: actionWords(action),
    }),
    about:
      (entries > 1 ? t("mail.several", { count: entries }) : "") +
      [record.reference, isForCoalition ? null : record.title].filter((one) => one !== null).join(" "),
    fields: fields === "" ? "" : t("fields", { fields }),
    because: becauseWords(notice),
    href: `${home}/inbox/${seq}`,
  };
}

const indented = (line: string, index: number, all: readonly string[]): string =>
  (index === 0 ? line : `  ${line}`) + (index === all.length - 1 ? "\n" : "");

const pageOf = (marking: string, parts: readonly string[]): string => {
  const line = marking === "" ? [] : [`<p><b>${escaped(marking)}</b></p>`];
  return [
    `<!doctype html><html lang="${languageNow()}"><head><meta charset="utf-8"></head><body>`,
    ...line,
    ...parts,
    ...line,
    "</body></html>",
    "",
  ].join("\n");
};

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
