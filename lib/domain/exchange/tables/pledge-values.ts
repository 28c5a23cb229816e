// The single values of a pledge as columns of tables.
import { fieldOf, type PledgeValues, type ValueField } from "../../pledge/pledge-fields";
import { dayField, textField, type Column } from "../table";

export const valueColumns = <In extends Partial<PledgeValues>>(
  names: readonly ValueField[],
): Record<string, Column<In>> =>
  Object.fromEntries(
    names.map((name) => [name, (fieldOf(name).is === "day" ? dayField : textField)((row: In) => row[name])]),
  );
