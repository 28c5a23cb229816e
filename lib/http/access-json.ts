import type { AccessEntry } from "@/lib/domain/log/access";

export const accessJson = (entry: AccessEntry) => ({
  seq: entry.seq,
  at: entry.at,
  recordedAt: entry.recordedAt,
  kind: entry.kind,
  code: entry.code,
  person: entry.person,
  account: entry.account,
  address: entry.address,
  method: entry.method,
  path: entry.path,
  request: entry.request,
  count: entry.count,
  since: entry.since,
});
