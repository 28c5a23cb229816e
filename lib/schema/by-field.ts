// Schemas of a record's fields by their declaration: as sent with a new record, as sent with a change, and as
// answered. `parts`: the schemas of its parts.
import { z } from "zod";
import {
  eachField,
  mayBeNull,
  type Field,
  type Fields,
  type OrNull,
  type PartName,
  type ValueOf,
} from "@/lib/domain/base/field";
import { dayInput, email, line, nullable, participantCode, textInput } from "./fields";

type Parts<F> = Readonly<Record<PartName<F>, z.ZodType>>;

type Inputs<F, P> = {
  [Name in keyof F]: z.ZodType<
    Name extends keyof P ? z.output<P[Name] & z.ZodType> | OrNull<F[Name]> : ValueOf<F[Name]>
  >;
};
type Changes<F, P> = { [Name in keyof F]: z.ZodOptional<Inputs<F, P>[Name]> };
type Answers<F, P> = {
  [Name in keyof F]: Name extends keyof P
    ? null extends OrNull<F[Name]>
      ? z.ZodNullable<P[Name] & z.ZodType>
      : P[Name]
    : z.ZodType<ValueOf<F[Name]>, ValueOf<F[Name]>>;
};

/** Left out: not stated, or the field's own default. */
export const inputsOf = <F extends Fields, P extends Parts<F>>(fields: F, parts: P) =>
  eachField(fields, (name, field) => {
    const input = field.is === "part" ? partOf(parts, name) : inputOf(field);
    if (mayBeNull(field)) return nullable(input);
    return "otherwise" in field ? input.default(field.otherwise) : input;
  }) as Inputs<F, P>;

/** Left out: it stays as it is. */
export const optionalInputsOf = <F extends Fields, P extends Parts<F>>(fields: F, parts: P) =>
  eachField(fields, (name, field) => {
    const input = field.is === "part" ? partOf(parts, name) : inputOf(field);
    return (mayBeNull(field) ? input.nullable() : input).optional();
  }) as Changes<F, P>;

export const answersOf = <F extends Fields, P extends Parts<F>>(fields: F, parts: P) =>
  eachField(fields, (name, field) => {
    const answer = field.is === "part" ? partOf(parts, name) : answerOf(field);
    return mayBeNull(field) ? answer.nullable() : answer;
  }) as Answers<F, P>;

const partOf = (parts: object, name: string) => Reflect.get(parts, name) as z.ZodType;

function inputOf(field: Field): z.ZodType {
  switch (field.is) {
    case "line":
      return line(field.limit);
    case "text":
      return textInput(field.limit);
    case "day":
      return dayInput;
    case "account":
      return email;
    case "number":
      return z.int().min(0).max(field.limit);
    default:
      return answerOf(field);
  }
}

function answerOf(field: Field): z.ZodType {
  switch (field.is) {
    case "day":
      return z.string().meta({ format: "date" });
    case "code":
      return z.enum(field.of);
    case "grade":
      return z.literal(field.of);
    case "participant":
      return participantCode;
    case "number":
      return z.int();
    case "flag":
      return z.boolean();
    default:
      return z.string();
  }
}
