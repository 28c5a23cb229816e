// What a web page says of itself: title, publisher, address, day and language, as far as it does.
import { isDay, type Day } from "../base/day";
import { TEXT_LIMITS } from "../pledge/pledge-fields";
import type { ProposedSource } from "../pledge/file";
import { cleanedText, type MainText, type WebPage } from "./web-page";

export function proposedBy(page: WebPage, main: MainText): ProposedSource {
  const heading = main.titles.length === 1 ? line(main.titles[0], TEXT_LIMITS.sourceTitle) : null;
  const named = line(page.title, TEXT_LIMITS.sourceTitle);
  const title = meta(page, ["og:title"], TEXT_LIMITS.sourceTitle) ?? heading ?? named;
  const publisher = meta(page, PUBLISHERS, TEXT_LIMITS.publisher) ?? siteIn(named, heading);
  const publishedOn = publishedIn(page, main.times);
  const language = languageIn(
    main.language ?? page.language ?? meta(page, ["og:locale", "content-language"], 35),
  );
  const url = [page.address, meta(page, ["og:url"], TEXT_LIMITS.url)].find(isAddress);
  return {
    ...(publisher === null ? {} : { publisher }),
    ...(title === null ? {} : { title }),
    ...(url ? { url } : {}),
    ...(publishedOn === null ? {} : { publishedOn }),
    ...(language === null ? {} : { language }),
  };
}

const PUBLISHERS = [
  "og:site_name",
  "dcterms.publisher",
  "dc.publisher",
  "citation_publisher",
  "application-name",
];

const DATES = [
  "article:published_time",
  "dcterms.issued",
  "dc.date.issued",
  "datepublished",
  "dcterms.date",
  "dc.date",
  "dcterms.created",
  "dc.date.created",
  "citation_publication_date",
  "pubdate",
  "publish-date",
  "date",
];

function meta({ metas }: WebPage, names: readonly string[], most: number): string | null {
  for (const name of names) {
    const value = Object.hasOwn(metas, name) ? line(metas[name], most) : null;
    if (value !== null) return value;
  }
  return null;
}

/** "Statement | Government of Latvia", where the heading is "Statement". */
function siteIn(title: string | null, heading: string | null): string | null {
  if (title === null || heading === null || !title.startsWith(heading)) return null;
  return line(/^\s*[|–—·:-]\s+([^|–—·]+)$/u.exec(title.slice(heading.length))?.[1], TEXT_LIMITS.publisher);
}

/** The day as it is written, in whichever time zone that is. */
function publishedIn(page: WebPage, times: readonly string[]): Day | null {
  for (const one of [...DATES.map((name) => meta(page, [name], 100)), ...times]) {
    const day = /^\d{4}[-/]\d{2}[-/]\d{2}(?!\d)/.exec(one ?? "")?.[0].replaceAll("/", "-");
    if (day !== undefined && isDay(day)) return day;
  }
  return null;
}

const languageIn = (said: string | null): string | null =>
  /^[a-z]{2,3}(?![a-z])/.exec(said?.toLowerCase() ?? "")?.[0] ?? null;

const isAddress = (text: string | null): boolean =>
  text !== null && text.length <= TEXT_LIMITS.url && /^https?:\/\/[^\s/]/.test(text) && URL.canParse(text);

function line(text: string | null | undefined, most: number): string | null {
  const words = cleanedText(text ?? "")
    .replace(/\s+/g, " ")
    .slice(0, most)
    .toWellFormed()
    .trim();
  return words === "" ? null : words;
}
