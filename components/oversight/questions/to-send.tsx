// The question in its words. Who keeps it takes it along; the register sends nothing.
import { CopyText } from "@/components/history/audit/copy-text";
import type { Question } from "@/lib/domain/oversight/question";
import { questionLetter } from "@/lib/i18n/words/question-letter";
import { translator } from "@/lib/i18n/translator";

const t = translator("questions");

interface Props {
  question: Question;
  /** Whether what its pledge says is for the coalition alone. */
  restricted: boolean;
  /** Whether it can be taken along: it is open, and who reads it keeps it. */
  sending: boolean;
}

export function ToSend({ question, restricted, sending }: Props) {
  const { subject, text } = questionLetter(question, restricted);
  return (
    <section className="sec" aria-labelledby="send">
      <header>
        <h2 id="send">{t("send.title")}</h2>
      </header>
      <blockquote className="said letter" lang={question.language ?? undefined}>
        {sending ? text : question.text}
      </blockquote>
      {sending ? (
        <div className="no-print mt-4 flex flex-wrap items-center gap-3">
          <CopyText
            text={text}
            className="btn"
            words={{
              copy: t("send.copy"),
              copied: t("send.copied"),
              label: t("send.copyLabel", { reference: question.reference }),
            }}
          />
          <a className="btn" href={mailOf(subject, text)}>
            {t("send.mail")}
          </a>
          <span className="muted">{t("send.lead")}</span>
        </div>
      ) : null}
    </section>
  );
}

/** RFC 6068: lines end with CR and LF. Nobody is named: whom it goes to is for whoever sends it to know. */
const mailOf = (subject: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
