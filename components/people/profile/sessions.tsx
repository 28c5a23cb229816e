import { buttonLook } from "@/components/ui/looks";
import type { OwnSession } from "@/lib/domain/people/session";
import { deviceWords } from "@/lib/i18n/words/device-words";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("profile");

const END = "/api/own/session";

interface Props {
  sessions: readonly OwnSession[];
}

/** The user's open sessions, each with a plain form that ends it. */
export function Sessions({ sessions }: Props) {
  return (
    <>
      <p className="text-muted mb-4">{t("sessionsText")}</p>
      <ul className="watch-list max-w-[76ch]">
        {sessions.map((session) => (
          <li
            className="flex flex-wrap items-center justify-between gap-y-1 gap-x-4 px-0 py-1.5 border-b border-b-rule"
            key={session.id}
          >
            <SessionFacts session={session} />
            {session.isThis ? null : (
              <form method="post" action={END}>
                <input type="hidden" name="session" value={session.id} />
                <button className={buttonLook()} aria-label={endLabel(session)}>
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

function SessionFacts({ session }: { session: OwnSession }) {
  const { device, signedInAt, lastSeenAt, isThis } = session;
  return (
    <span>
      <strong>{deviceWords(device)}</strong>
      {isThis ? <> · {t("session.this")}</> : null}
      <br />
      <span className="text-muted">
        {t("session.when", { since: shortMoment(signedInAt), last: shortMoment(lastSeenAt) })}
      </span>
    </span>
  );
}

/** The visible word first, then which session. */
const endLabel = ({ device, signedInAt }: OwnSession): string =>
  t("session.endLabel", { device: deviceWords(device), since: shortMoment(signedInAt) });
