// The records that the open page is about or links to.
import { MOST_RECORDS, recordAt } from "@/lib/domain/oversight/news";
import { recordKey, type RecordKey } from "@/lib/domain/oversight/record-key";

export interface RecordHere {
  /** Its reference, code or id. */
  key: string;
  /** As this page calls it. */
  name: string;
}

/** By their names for the API: the page's own first, then pledges. */
export function recordsHere(): Map<string, RecordHere> {
  // Also links in drawings, whose `href` is no string.
  const links = [...document.querySelectorAll("#main a[href^='/']")];
  const title = document.querySelector("#main h1")?.textContent ?? "";
  const found = [
    ...named(location.pathname, title),
    ...links.flatMap((link) =>
      named(new URL(link.getAttribute("href") ?? "", location.href).pathname, link.textContent),
    ),
  ];
  const [own, ...rest] = found;
  const ordered = [...(own ? [own] : []), ...rest.filter(isPledge), ...rest.filter((one) => !isPledge(one))];
  const here = new Map<string, RecordHere>();
  for (const { record, key, name } of ordered) {
    const asked = recordKey(record);
    if (!here.has(asked) && here.size < MOST_RECORDS) here.set(asked, { key, name });
  }
  return here;
}

interface Named extends RecordHere {
  record: RecordKey;
}

const isPledge = ({ record }: Named): boolean => record.kind === "pledge";

function named(path: string, text: string): Named[] {
  const record = recordAt(path);
  if (record === null) return [];
  const name = record.kind === "pledge" ? record.key : shortened(text.trim() || record.key);
  return [{ record, key: record.key, name }];
}

const LONGEST_NAME = 60;
const shortened = (text: string): string =>
  text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
