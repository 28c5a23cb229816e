import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

/** Explains the columns' numbers, which have no names on a small screen. */
export function PriorityKey() {
  return (
    <p className="hidden max-md:block max-md:columns-2 max-md:gap-x-4 max-md:mb-2 max-md:text-muted">
      {PRIORITIES.map((priority) => (
        <span className="max-md:block" key={priority}>
          <b className="max-md:mr-1 max-md:text-text">{priority}</b>
          {domain(`priority.${priority}`)}
        </span>
      ))}
    </p>
  );
}
