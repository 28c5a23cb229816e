// A digest as an e-mail in the reader's language: what happened to which records, with links. Of a record's content
// only its title leaves the register, no reason or comment; for coalition-only pledges not even the title.
import { groupedBy } from "@/lib/domain/base/listing";
import type { Notice } from "@/lib/domain/notices/notice";
import { actionWords } from "@/lib/i18n/words/domain-words";
import { becauseWords, detailWords } from "@/lib/i18n/words/notice-words";
import { currentLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import { momentIn, zoneName } from "@/lib/i18n/dates";

const t = translator("inbox");
const audit = translator("audit");

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export interface DigestEntry {
  name: string;
  /** Newest first; `more` others are in the inbox. */
  notices: readonly Notice[];
  more: number;
  timeZone: string;
  marking: string;
  demonstration: boolean;
  /** The register's address, without a trailing slash. */
  home: string;
}

export function letterOf(digest: DigestEntry): Letter {
  const { name, notices, more, timeZone, marking, demonstration, home } = digest;
  const count = notices.length + more;
  const lead = [t("mail.hello", { name }), t("mail.lead", { count })];
  const parts = partsOf(notices).map((part) => partIn(part, digest));
  const rest = more === 0 ? t("mail.inbox") : t("mail.more", { count: more });
  const foot = [
    t("mail.times", { zone: zoneName(timeZone) }) + (demonstration ? ` ${t("mail.demonstration")}` : ""),
    t("mail.inside"),
  ];
  const stop = { words: t("mail.stop"), href: `${home}/profile#inbox` };
  return {
    subject: t("mail.subject", { count }),
    text: [
      ...(marking === "" ? [] : [marking, ""]),
      ...lead.flatMap((one) => [one, ""]),
      ...parts.flatMap(({ about, because, lines }) => [
        about,
        because,
        ...lines.flatMap(({ did, fields, href }) => [
          `* ${did}`,
          ...[fields, href].filter((one) => one !== "").map((one) => `  ${one}`),
        ]),
        "",
      ]),
      `${rest} ${home}/inbox`,
      "",
      ...foot,
      `${stop.words} ${stop.href}`,
      ...(marking === "" ? [] : ["", marking]),
      "",
    ].join("\n"),
    html: pageOf(marking, [
      ...lead.map((one) => `<p>${escaped(one)}</p>`),
      ...parts.flatMap(({ about, because, lines }) => [
        `<p style="margin-bottom: 0"><b>${escaped(about)}</b><br>${escaped(because)}</p>`,
        '<ul style="margin-top: 4px">',
        ...lines.map(
          ({ did, fields, href }) =>
            `<li><a href="${escaped(href)}">${escaped(did)}</a>${fields === "" ? "" : `<br>${escaped(fields)}`}</li>`,
        ),
        "</ul>",
      ]),
      `<p>${escaped(rest)} <a href="${escaped(home)}/inbox">${escaped(home)}/inbox</a></p>`,
      ...foot.map((one) => `<p>${escaped(one)}</p>`),
      `<p>${escaped(stop.words)} <a href="${escaped(stop.href)}">${escaped(stop.href)}</a></p>`,
    ]),
  };
}

/** Groups notices by record, in the place of each record's newest. */
const partsOf = (notices: readonly Notice[]): Notice[][] => [
  ...groupedBy(notices, ({ record, entries, seq }) =>
    entries > 1 ? String(seq) : (record.reference ?? `${record.type} ${record.id}`),
  ).values(),
];

interface Part {
  about: string;
  because: string;
  lines: { did: string; fields: string; href: string }[];
}

function partIn(notices: readonly Notice[], { timeZone, home }: DigestEntry): Part {
  return {
    about: aboutWords(notices),
    because: [...new Set(notices.map(becauseWords))].join(" · "),
    lines: notices.map((notice) => {
      return {
        did: t("mail.line", {
          when: momentIn(timeZone, notice.at),
          actor: notice.actor.name,
          action: actionWords(notice.action),
        }),
        fields: detailWords(notice),
        href: `${home}/inbox/${notice.seq}`,
      };
    }),
  };
}

/** Leaves out titles of anything coalition only. */
function aboutWords(notices: readonly Notice[]): string {
  const [newest] = notices;
  if (!newest) return "";
  const { entries, record } = newest;
  const title = notices.some(({ isForCoalition }) => isForCoalition)
    ? translator("form")("coalitionOnly")
    : record.title;
  const name = [record.reference, title].filter((one) => one !== null).join(" ");
  return (
    (entries > 1 ? t("mail.several", { count: entries }) : "") +
    (name === "" ? audit(`type.${record.type}`) : name)
  );
}

const pageOf = (marking: string, parts: readonly string[]): string => {
  const line = marking === "" ? [] : [`<p><b>${escaped(marking)}</b></p>`];
  return [
    `<!doctype html><html lang="${currentLanguage()}"><head><meta charset="utf-8"></head>`,
    `<body style="${LOOK}">`,
    ...line,
    ...parts,
    ...line,
    "</body></html>",
    "",
  ].join("\n");
};

const LOOK = "max-width: 42em; padding: 8px; font: 16px/1.5 Arial, sans-serif";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);
