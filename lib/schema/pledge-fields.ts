// Schemas of the values that a pledge's fields take: as they are sent with a new pledge, with a change, and answered.
import { z } from "zod";
import {
  eachValue,
  mayBeNull,
  type PledgeField,
  type PledgeValues,
  type ValueField,
} from "@/lib/domain/pledge/pledge-fields";
import { dayInput, email, line, nullable, textInput } from "./fields";

type Values<Name extends ValueField> = { [One in Name]: z.ZodType<PledgeValues[One]> };
type Optional = { [Name in ValueField]: z.ZodOptional<z.ZodType<PledgeValues[Name]>> };

const day = z.string().meta({ format: "date" });

/** Left out: not stated, or the code that means it. */
export const valueInputs = eachValue((_name, field) => {
  if (field.is === "code") return inputOf(field).default(field.otherwise);
  return mayBeNull(field) ? nullable(inputOf(field)) : inputOf(field);
}) as Values<ValueField>;

/** Left out: it stays as it is. */
export const valueChanges = eachValue((_name, field) =>
  (mayBeNull(field) ? inputOf(field).nullable() : inputOf(field)).optional(),
) as Optional;

export const valueAnswers = eachValue((_name, field) => {
  if (field.is === "code") return z.enum(field.of);
  const value = field.is === "day" ? day : z.string();
  return mayBeNull(field) ? value.nullable() : value;
}) as Values<ValueField>;

function inputOf(field: PledgeField): z.ZodType<string> {
  switch (field.is) {
    case "line":
      return line(field.limit);
    case "text":
      return textInput(field.limit);
    case "day":
      return dayInput;
    case "account":
      return email;
    case "code":
      return z.enum(field.of);
  }
}
