import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { Ago } from "@/components/tables/ago";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { Names } from "@/components/ui/names";
import { aboutName } from "@/lib/domain/oversight/question";
import type { QuestionRow } from "@/lib/domain/oversight/question-details";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";
import { dueWords } from "./due-words";
import { QuestionStateMark } from "./state-mark";
import { aboutHref } from "./view";

const t = translator("questions");
const domain = translator("domain");

interface Given {
  questions: readonly QuestionRow[];
  names: Names;
  at: string;
}

export function QuestionTable({ questions, names: { participants }, at }: Given) {
  return (
    <Ledger
      className="fnds"
      walked
      caption={t("caption")}
      rows={questions}
      rowKey={({ question }) => question.id}
      columns={[
        {
          heading: t("column.reference"),
          names: true,
          className: "whitespace-nowrap",
          cell: ({ question: { reference } }) => (
            <ReferenceLink href={`/questions/${reference}`}>{reference}</ReferenceLink>
          ),
        },
        {
          heading: t("column.about"),
          cell: ({ question, title }) => (
            <span>
              <ReferenceLink href={aboutHref(question)}>{aboutName(question)}</ReferenceLink>
              <CoalitionMark reference={question.pledge} />{" "}
              {participants[question.participant] ?? question.participant}
              <br />
              <span className="text-muted">{title ?? domain(`priority.${question.priority}`)}</span>
            </span>
          ),
        },
        { heading: t("column.text"), bare: true, className: "documents", cell: Text },
        { heading: t("column.state"), cell: State },
        {
          heading: t("column.asked"),
          cell: ({ question, by }) => (
            <span>
              {t("of", { office: question.askedOf })}
              <br />
              <span className="text-muted">{by.name}</span>
              <br />
              <Ago at={question.createdAt} now={at} />
            </span>
          ),
        },
      ]}
    />
  );
}

const Text = ({ question: { code, language, text } }: QuestionRow) => (
  <>
    {code === null ? null : <b>{domain(`code.${code}`)}</b>}
    <p className="clip" lang={language ?? undefined}>
      {text}
    </p>
  </>
);

const State = ({ question, state, overdue }: QuestionRow) => (
  <span>
    <QuestionStateMark state={state} overdue={overdue} />
    {state === "OPEN" ? (
      <>
        <br />
        <span className="text-muted">{dueWords(question.dueOn, overdue)}</span>
      </>
    ) : null}
  </span>
);
