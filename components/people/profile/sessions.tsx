import { buttonLook } from "@/components/ui/looks";
import type { OwnSession } from "@/lib/domain/people/session";
import { deviceWords } from "@/lib/i18n/words/device-words";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/dates";

const t = translator("profile");

const END = "/api/own/session";

interface Props {
  sessions: readonly OwnSession[];
  timeZone: string;
}

/** The user's open sessions, each with a plain form that ends it. */
export function Sessions({ sessions, timeZone }: Props) {
  return (
    <>
      <p className="text-muted mb-4">{t("sessionsText")}</p>
      <ul className="watch-list max-w-[76ch]">
        {sessions.map((session) => (
          <li
            className="flex flex-wrap items-center justify-between gap-y-1 gap-x-4 px-0 py-1.5 border-b border-b-rule"
            key={session.id}
          >
            <SessionFacts {...{ session, timeZone }} />
            {session.isThis ? null : (
              <form method="post" action={END}>
                <input type="hidden" name="session" value={session.id} />
                <button className={buttonLook()} aria-label={endLabel(session, timeZone)}>
                  {t("session.end")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        {sessions.length > 1 ? (
          <form method="post" action={END}>
            <button className={buttonLook()} name="others" value="true">
              {t("session.endOthers")}
            </button>
          </form>
        ) : null}
        <form method="post" action="/api/auth/sign-out-everywhere">
          <button className={buttonLook()}>{t("everywhere")}</button>
        </form>
      </div>
    </>
  );
}

function SessionFacts({ session, timeZone }: { session: OwnSession; timeZone: string }) {
  const { device, signedInAt, lastSeenAt, isThis } = session;
  return (
    <span>
      <strong>{deviceWords(device)}</strong>
      {isThis ? <> · {t("session.this")}</> : null}
      <br />
      <span className="text-muted">
        {t("session.when", { since: momentIn(timeZone, signedInAt), last: momentIn(timeZone, lastSeenAt) })}
      </span>
    </span>
  );
}

/** The visible word first, then which session. */
const endLabel = ({ device, signedInAt }: OwnSession, timeZone: string): string =>
  t("session.endLabel", { device: deviceWords(device), since: momentIn(timeZone, signedInAt) });
