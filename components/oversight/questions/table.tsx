import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { Ago } from "@/components/tables/ago";
import type { Names } from "@/components/ui/names";
import { aboutName } from "@/lib/domain/oversight/question";
import type { QuestionRow } from "@/lib/domain/oversight/question-details";
import { translator } from "@/lib/i18n/translator";
import { dueWords } from "./due-words";
import { QuestionStateMark } from "./state-mark";
import { aboutHref } from "./view";

const t = translator("questions");
const domain = translator("domain");

const COLUMNS = ["reference", "about", "text", "state", "asked"] as const;

interface Given {
  questions: readonly QuestionRow[];
  names: Names;
  at: string;
  timeZone: string;
}

export function QuestionTable({ questions, ...shared }: Given) {
  return (
    <table className="ledger stack fnds">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {questions.map((row) => (
          <Row key={row.question.id} row={row} {...shared} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, names, at, timeZone }: Omit<Given, "questions"> & { row: QuestionRow }) {
  const { question, state, overdue, title, by } = row;
  const { reference, participant, priority, code } = question;
  return (
    <tr>
      <th scope="row" className="nowrap">
        <a className="ref" href={`/questions/${reference}`}>
          {reference}
        </a>
      </th>
      <td data-l={t("column.about")}>
        <span>
          <a className="ref" href={aboutHref(question)}>
            {aboutName(question)}
          </a>
          <CoalitionMark reference={question.pledge} /> {names.participants[participant] ?? participant}
          <br />
          <span className="muted">{title ?? domain(`priority.${priority}`)}</span>
        </span>
      </td>
      <td className="doc">
        {code === null ? null : <b>{domain(`code.${code}`)}</b>}
        <p className="clip" lang={question.language ?? undefined}>
          {question.text}
        </p>
      </td>
      <td data-l={t("column.state")}>
        <span>
          <QuestionStateMark state={state} overdue={overdue} />
          {state === "OPEN" ? (
            <>
              <br />
              <span className="muted">{dueWords(question.dueOn, overdue)}</span>
            </>
          ) : null}
        </span>
      </td>
      <td data-l={t("column.asked")}>
        <span>
          {t("of", { office: question.askedOf })}
          <br />
          <span className="muted">{by.name}</span>
          <br />
          <Ago at={question.createdAt} now={at} timeZone={timeZone} />
        </span>
      </td>
    </tr>
  );
}
