// The log and the access log for a collector of all logs of an organisation: who did what to which record,
// when. No value and nothing that a person wrote, since those who collect may not read the register.
import type { Instant } from "../base/day";
import type { AccessEntry } from "./access";
import type { LogEntry } from "./logged";

/** Entries of each log that are sent at once, at most. */
export const MOST_STREAMED = 250;

/** An entry of either log as it is chained: its hash is part of the next one's. */
interface Chained {
  request: string | null;
  session: string | null;
  hash: string;
}
export type ChainedEntry = Omit<LogEntry, "reason" | "token"> & Chained;
export type ChainedAccess = Omit<AccessEntry, "person"> &
  Chained & { person: Omit<NonNullable<AccessEntry["person"]>, "email"> | null };

export interface StreamedLine {
  stream: "log" | "access";
  /** True time. */
  recordedAt: Instant;
  isWarning: boolean;
  /** JSON on one line. */
  text: string;
}

export function logLine(entry: ChainedEntry): StreamedLine {
  const { seq, recordedAt, action, actor, session, request, hash } = entry;
  const { type, id, version, reference } = entry.record;
  const record = { type, id, version, reference };
  const said = { stream: "log", seq, recordedAt, action, actor, session, request, record, hash };
  return { stream: "log", recordedAt, isWarning: false, text: JSON.stringify(said) };
}

export function accessLine(entry: ChainedAccess): StreamedLine {
  const { seq, recordedAt, kind, code, person, account, session, request, address, method, path } = entry;
  const { count, since, hash } = entry;
  const asked = { session, request, address, method, path };
  const said = {
    stream: "access",
    seq,
    recordedAt,
    kind,
    code,
    person,
    account,
    ...asked,
    count,
    since,
    hash,
  };
  const isWarning = kind === "SIGN_IN_FAILED" || kind === "REFUSAL";
  return { stream: "access", recordedAt, isWarning, text: JSON.stringify(said) };
}

/** In the format of RFC 5424, with facility 13 (log audit). */
export function syslogMessage({ stream, recordedAt, isWarning, text }: StreamedLine, host: string): string {
  const priority = AUDIT_FACILITY * 8 + (isWarning ? WARNING : INFORMATIONAL);
  return `<${String(priority)}>1 ${recordedAt} ${host} pledge-register - ${stream} - ${text}`;
}

const AUDIT_FACILITY = 13;
const WARNING = 4;
const INFORMATIONAL = 6;
