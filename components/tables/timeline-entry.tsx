import type { ReactNode } from "react";
import { Ago } from "./ago";

interface Props {
  at: string;
  now: string;
  /** Below the moment. */
  below?: ReactNode;
  children: ReactNode;
}

/** An entry in a list of events: the moment, and next to it what happened. */
export const TimelineEntry = ({ below, children, ...moment }: Props) => (
  <li className="grid-cols-[164px_minmax(0,1fr)]">
    <div className="event-when pb-4 max-md:p-0">
      <Ago {...moment} />
      {below}
    </div>
    <div className="event-text max-md:pl-0 max-md:border-0 max-md:before:-top-3.75 max-md:before:-left-6.25">
      {children}
    </div>
  </li>
);
