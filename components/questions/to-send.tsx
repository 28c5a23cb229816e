// The question in its words. Who keeps it takes it along; the register sends nothing.
import { CopyText } from "@/components/audit/copy-text";
import { aboutName, type Question } from "@/lib/domain/question";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/when";

const t = translator("questions");

interface Props {
  question: Question;
  /** Of the pledge, where what it says isn't public. */
  handling: string | null;
  /** Whether it can be taken along: it is open, and who reads it keeps it. */
  sending: boolean;
}

export function ToSend({ question, handling, sending }: Props) {
  const text = letterOf(question, handling);
  return (
    <section className="sec" aria-labelledby="send">
      <header>
        <h2 id="send">{t("send.title")}</h2>
      </header>
      <blockquote className="said letter">{sending ? text : question.text}</blockquote>
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
          <a className="btn" href={mailOf(question, text)}>
            {t("send.mail")}
          </a>
          <span className="muted">{t("send.lead")}</span>
        </div>
      ) : null}
    </section>
  );
}

/** With the references by which an answer finds its way back. */
function letterOf(question: Question, handling: string | null): string {
  const { text, dueOn, reference } = question;
  return [
    text,
    ...(dueOn === null ? [] : [t("send.due", { on: dayInWords(dueOn) })]),
    [
      t("send.reference", { reference, about: aboutName(question) }),
      ...(handling === null ? [] : [t("send.handling", { handling })]),
    ].join("\n"),
  ].join("\n\n");
}

/** RFC 6068: lines end with CR and LF. Nobody is named: whom it goes to is for whoever sends it to know. */
function mailOf(question: Question, text: string): string {
  const subject = t("send.subject", { about: aboutName(question), reference: question.reference });
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
}
