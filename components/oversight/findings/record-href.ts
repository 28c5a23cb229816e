import { recordKey, type TitledRecord, type RecordKey } from "@/lib/domain/oversight/record-key";

/** The page on which a record stands. */
export const keyedRecordHref = ({ kind, key, within }: TitledRecord): string =>
  HREFS[kind](key, within ?? "");

const HREFS: Record<TitledRecord["kind"], (key: string, within: string) => string> = {
  pledge: (key) => `/pledges/${key}`,
  approval: (key) => `/conditions/${key}`,
  source: (key) => `/sources/${key}`,
  participant: (key) => `/participants/${key}`,
  trigger: (key) => `/conditions/${key}`,
  requirement: (key) => `/requirements/${key}`,
  offer: (_key, requirement) => `/requirements/${requirement}#offers`,
  delivery: (_key, pledge) => `/pledges/${pledge}#deliveries`,
  proposal: (key) => `/review/${key}`,
};

/** Where a finding on it is noted. */
export const noteHref = (name: RecordKey): string => `/findings/new?about=${recordKey(name)}`;

/** What it is called in a narrow place: its reference or code, or its title where it has none. */
export const shortName = ({ key, title }: TitledRecord): string => (/^[A-Z]/.test(key) ? key : title);
