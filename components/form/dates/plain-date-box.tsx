// A date in a plain form as the server draws it, before its script loads. It is sent as typed.
import { DATE_INPUT } from "@/components/ui/date/date-look";
import { Glyph } from "@/components/ui/marks/glyph";
import { describedBy } from "@/components/ui/field";
import { dateHint, dateShown, dateTrouble, dateTyped, dateWords } from "@/lib/i18n/typed-dates";
import { fillIn } from "../fill";
import { DateBoxFrame, type DateBoxProps } from "./date-box-frame";

export function PlainDateBox(props: DateBoxProps) {
  const { id, name, label, hidesLabel, kind = "day", value, errorPrefix, required, className } = props;
  const error = dateTrouble(kind, value) ?? props.error;
  const hint = dateHint(kind);
  return (
    <DateBoxFrame {...{ id, label, hidesLabel, error, errorPrefix, hint, className }}>
      <span className="datefield block relative">
        <input
          {...{ id, name, required, ...DATE_INPUT }}
          placeholder={hint}
          {...describedBy(id, { hint, error })}
          defaultValue={dateShown(kind, dateTyped(kind, value))}
        />
        <button
          type="button"
          className="icon-target"
          aria-label={fillIn(dateWords().calendar, { field: label })}
          aria-haspopup="dialog"
          disabled
        >
          <Glyph name="calendar" />
        </button>
      </span>
    </DateBoxFrame>
  );
}
