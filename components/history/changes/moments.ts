// A moment's name: its baseline, else the register's time.
import { longMomentIn, momentIn } from "@/lib/i18n/dates";

export interface PointView {
  at: string;
  baseline: { name: string } | null;
}

export const pointName = ({ at, baseline }: PointView, timeZone: string): string =>
  baseline?.name ?? longMomentIn(timeZone, at);

/** "6 Jan 2026, 23:59" */
export const pointTime = ({ at }: PointView, timeZone: string): string => momentIn(timeZone, at);
