import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  /** For a title that a link or a script leads to. */
  id?: string;
  /** For a title in another language. */
  lang?: string;
  /** In small print above the title. */
  above?: ReactNode;
  /** What can be done here, at the right. */
  children?: ReactNode;
  /** The head of a record, whose facts follow. */
  ofRecord?: boolean;
}

/** The first line of a page: its title, and what can be done on it. */
export function PageHead({ title, id, lang, above, children, ofRecord = false }: Props) {
  const heading = (
    <h1 {...{ id, lang }} {...(id === undefined ? {} : { tabIndex: -1 })}>
      {title}
    </h1>
  );
  return (
    <div
      data-short=""
      className={`flex justify-between gap-6 max-md:flex-wrap max-md:gap-3 ${ofRecord ? "mb-2 items-center" : "mb-4 items-end max-md:mb-3"}`}
    >
      {above === undefined ? (
        heading
      ) : (
        <div>
          <p className="text-caption text-muted">{above}</p>
          {heading}
        </div>
      )}
      {children ? <div className="flex flex-wrap gap-2 print:hidden">{children}</div> : null}
    </div>
  );
}
