import { momentIn, relativeTo, zoneName } from "@/lib/i18n/dates";

/** A moment twice: how long ago, and when, with its zone. */
export function Ago({ at, now, timeZone }: { at: string; now: string; timeZone: string }) {
  return (
    <time dateTime={at}>
      <b>{relativeTo(now, at, timeZone)}</b>
      <br /> <span className="text-muted">{`${momentIn(timeZone, at)} ${zoneName(timeZone)}`}</span>
    </time>
  );
}
