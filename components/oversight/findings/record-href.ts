import { recordKey, type TitledRecord, type RecordKey } from "@/lib/domain/oversight/record-key";

/** The page that shows a record. */
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

/** The form for a finding about it. */
export const noteHref = (name: RecordKey): string => `/findings/new?about=${recordKey(name)}`;

/** Its name where space is short: reference or code, else its title. */
export const shortName = ({ key, title }: TitledRecord): string => (/^[A-Z]/.test(key) ? key : title);
