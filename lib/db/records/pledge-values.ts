// The single values of a pledge as columns of its row.
import {
  eachValue,
  type PLEDGE_FIELDS,
  type PledgeValues,
  type ValueField,
} from "@/lib/domain/pledge/pledge-fields";
import { dateOrNull, dayOrNull, oneOfColumn, type Stored } from "./codec";

type Fields = typeof PLEDGE_FIELDS;
type ValueColumns = {
  [Name in ValueField]: Fields[Name] extends { is: "day" }
    ? Date | null
    : null extends PledgeValues[Name]
      ? string | null
      : string;
};

export const valuesFromRow = (row: Stored<ValueColumns>): PledgeValues =>
  eachValue((name, field) => {
    const stored = row[name];
    if (field.is === "day") return dayOrNull(stored);
    return field.is === "code" ? oneOfColumn(field.of, String(stored)) : stored;
  }) as PledgeValues;

export const valuesToRow = (values: PledgeValues): ValueColumns =>
  eachValue((name, field) => (field.is === "day" ? dateOrNull(values[name]) : values[name])) as ValueColumns;
