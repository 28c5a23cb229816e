import type { LogEntry, LogSheet } from "@/lib/domain/log/logged";

export const logEntryJson = (entry: LogEntry) => ({
  seq: entry.seq,
  at: entry.at,
  recordedAt: entry.recordedAt,
  actor: entry.actor,
  action: entry.action,
  record: entry.record,
  reason: entry.reason,
});

export const logSheetJson = (sheet: LogSheet) => ({
  ...logEntryJson(sheet),
  session: sheet.session,
  request: sheet.request,
  txid: sheet.txid,
  before: sheet.before,
  after: sheet.after,
  changes: sheet.changes,
  payloadSha256: sheet.payloadSha256,
  afterSha256: sheet.afterSha256,
  prevHash: sheet.prevHash,
  leaf: sheet.leaf,
  leafHash: sheet.leafHash,
  ofRecord: sheet.ofRecord,
  ofLog: sheet.ofLog,
});
