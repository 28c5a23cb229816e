"use client";
// Sends a bulk change in parts, reports progress, and can be stopped between two parts.
import { useRef, useState } from "react";
import { newKey, send, type Failure, type FieldProblem } from "@/lib/client/send";
import { again, disjoint, isDone, latestRows, bulkParts, type BulkPart, type BulkRow } from "./work";
import type { Chosen } from "./chosen";

export interface BulkRequest {
  changes: Readonly<Record<string, string | null>>;
  confirm: boolean;
}

export interface BulkRun {
  done: number;
  total: number;
  rows: readonly BulkRow[];
  running: boolean;
  /** Whether it only confirms. */
  confirms: boolean;
}

export function useBulk(onWrong: (errors: readonly FieldProblem[]) => void) {
  const [run, setRun] = useState<BulkRun | null>(null);
  const stopped = useRef(false);
  const last = useRef<{ request: BulkRequest; parts: BulkPart[]; versions: Map<string, number> } | null>(
    null,
  );

  const work = async (
    request: BulkRequest,
    parts: readonly BulkPart[],
    before: readonly BulkRow[],
  ): Promise<BulkRow[]> => {
    stopped.current = false;
    const total = parts.reduce((sum, { items }) => sum + items.length, 0);
    const all: BulkPart[] = [];
    let rows: BulkRow[] = [...before];
    let done = 0;
    const confirms = Object.keys(request.changes).length === 0;
    const report = (running: boolean) => setRun({ done, total, rows: latestRows(rows), running, confirms });
    report(true);
    for (const part of parts) {
      if (stopped.current) {
        rows.push(...part.items.map(({ reference }) => ({ reference, outcome: "UNTRIED" as const })));
        continue;
      }
      const answered = await sendPart(request, part, rows.length === 0);
      if (answered === null) {
        setRun(null);
        return [];
      }
      all.push(part);
      rows.push(...answered);
      const resendable = disjoint(answered, Object.keys(request.changes));
      for (const one of bulkParts(resendable, newKey)) {
        all.push(one);
        rows.push(...((await sendPart(request, one, false)) ?? []));
      }
      rows = latestRows(rows);
      done += part.items.length;
      report(true);
    }
    last.current = {
      request,
      parts: all,
      versions: new Map(parts.flatMap(({ items }) => items.map((one) => [one.reference, one.version]))),
    };
    report(false);
    return latestRows(rows);
  };

  /** Null: the request itself is invalid, and nothing was changed. Only the `first` part can answer so. */
  const sendPart = async (
    request: BulkRequest,
    { key, items }: BulkPart,
    first: boolean,
  ): Promise<BulkRow[] | null> => {
    const sent = await send("POST", "/pledges/change", { items, ...request }, { key });
    if (sent.ok) return sent.value.items;
    const { failure } = sent;
    if (failure.is === "fields" && first) {
      onWrong(failure.errors);
      return null;
    }
    return items.map(({ reference }) =>
      "refusal" in failure
        ? {
            reference,
            outcome: "REFUSED" as const,
            version: null,
            why: { ...failure.refusal, ...wrongIn(failure) },
            conflict: null,
          }
        : { reference, outcome: "UNANSWERED" as const },
    );
  };

  return {
    run,
    start: (request: BulkRequest, chosen: readonly Chosen[]) => work(request, bulkParts(chosen, newKey), []),
    retry: async (): Promise<BulkRow[]> => {
      if (!run || !last.current) return [];
      const parts = again(run.rows, last.current, newKey);
      return work(last.current.request, parts, run.rows.filter(isDone));
    },
    stop: () => {
      stopped.current = true;
    },
    forget: () => setRun(null),
  };
}

/** The request was valid for earlier parts, but is no longer. */
const wrongIn = (failure: Failure): { detail?: string } =>
  failure.is === "fields" ? { detail: failure.errors.map(({ message }) => message).join(" ") } : {};
