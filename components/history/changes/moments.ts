// A moment's name: its baseline, else the register's time.
import { longMoment } from "@/lib/i18n/register-zone";

export interface PointView {
  at: string;
  baseline: { name: string } | null;
}

export const pointName = ({ at, baseline }: PointView): string => baseline?.name ?? longMoment(at);
