import { registerZoneName, relativeMoment, shortMoment } from "@/lib/i18n/register-zone";

/** A moment twice: how long ago, and when, with its zone. */
export function Ago({ at, now }: { at: string; now: string }) {
  return (
    <time dateTime={at}>
      <b>{relativeMoment(now, at)}</b>
      <br /> <span className="text-muted">{`${shortMoment(at)} ${registerZoneName()}`}</span>
    </time>
  );
}
