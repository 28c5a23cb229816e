// The records that are one row each.
import type { Participant } from "@/lib/domain/participant";
import type { Baseline, Comment, Person, Register } from "@/lib/domain/person";
import {
  baselineRecord,
  commentRecord,
  participantRecord,
  personRecord,
  registerRecord,
  sourceRecord,
} from "@/lib/domain/record";
import type { Source } from "@/lib/domain/source";
import { membersOf, objectWith, rowOf, type Fields, type Shape } from "./shape";

const REGISTER: Fields<Register> = {
  demonstration: "plain",
  offsetMs: "plain",
  timeZone: "plain",
  marking: "plain",
  staleDays: "plain",
  secondFactorFor: "plain",
  version: "plain",
};

export const register: Shape<Register> = {
  table: "register",
  key: null,
  idOf: () => "register",
  nameOf: () => "itself",
  json: `json_build_object(${membersOf(REGISTER, "r")})`,
  row: (record) => rowOf(REGISTER, record),
  canonical: registerRecord,
};

const PARTICIPANT: Fields<Participant> = {
  code: "plain",
  kind: "plain",
  role: "plain",
  names: "json",
  joinedOn: "plain",
  version: "plain",
  recordedAt: "instant",
};

export const participant: Shape<Participant> = {
  table: "participant",
  key: "code",
  idOf: (record) => record.code,
  nameOf: (record) => record.code,
  json: `json_build_object(${membersOf(PARTICIPANT, "r")})`,
  row: (record) => rowOf(PARTICIPANT, record),
  canonical: participantRecord,
};

const PERSON: Fields<Person> = {
  id: "plain",
  email: "plain",
  name: "plain",
  role: "plain",
  desk: "plain",
  sealed: "plain",
  disabledAt: "instant",
  secondFactorAt: "instant",
  language: "plain",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const person: Shape<Person> = {
  table: "person",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.email,
  json: `json_build_object(${membersOf(PERSON, "r")})`,
  row: (record) => rowOf(PERSON, record),
  canonical: personRecord,
};

const SOURCE: Fields<Source> = {
  id: "plain",
  publisher: "plain",
  url: "plain",
  title: "plain",
  publishedOn: "plain",
  language: "plain",
  ownership: "plain",
  version: "plain",
  createdAt: "instant",
};

export const source: Shape<Source> = {
  table: "source",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.publisher} (${record.id})`,
  json: objectWith(membersOf(SOURCE, "r"), [
    ["r.files <> '[]'", "'files', r.files"],
    ["r.captured IS NOT NULL", "'captured', r.captured"],
    ["r.read_from IS NOT NULL", "'readFrom', r.read_from"],
  ]),
  row: (record) => ({
    ...rowOf(SOURCE, record),
    files: JSON.stringify(record.files ?? []),
    captured: record.captured ?? null,
    read_from: record.readFrom ? JSON.stringify(record.readFrom) : null,
  }),
  canonical: sourceRecord,
};

const COMMENT: Fields<Comment> = {
  id: "plain",
  authorId: "plain",
  text: "plain",
  version: "plain",
  createdAt: "instant",
};

/** A comment names its pledge by reference. */
export const comment: Shape<Comment> = {
  table: "comment",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.id} on ${record.pledge}`,
  json: `json_build_object(${membersOf(COMMENT, "r")}, 'pledge', (SELECT p.reference FROM pledge p WHERE p.id = r.pledge_id))`,
  row: (record) => ({ ...rowOf(COMMENT, record), pledge_id: record.pledge }),
  found: { pledge_id: (parameter) => `(SELECT p.id FROM pledge p WHERE p.reference = ${parameter})` },
  canonical: commentRecord,
};

const BASELINE: Fields<Baseline> = {
  id: "plain",
  name: "plain",
  asOf: "instant",
  version: "plain",
  createdAt: "instant",
};

export const baseline: Shape<Baseline> = {
  table: "baseline",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.name,
  json: `json_build_object(${membersOf(BASELINE, "r")})`,
  row: (record) => rowOf(BASELINE, record),
  canonical: baselineRecord,
};
