// One operation of the API, declared once: what it takes, who may call it, what it answers, refuses and does.
// lib/http serves and describes the operations.
import type { z } from "zod";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { Instant } from "@/lib/domain/base/day";
import type { RefusalCode } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import type { Actor } from "@/lib/domain/people/actor";
import type { Received, Upload } from "@/lib/platform/files/incoming";
import type { Answer } from "./answer";
import type { Params } from "./params";

export type Method = "GET" | "POST" | "PUT" | "PATCH";

/** `required`: without If-Match it is refused; `optional`: If-Match is compared if sent. */
export type Versioned = "required" | "optional" | "none";

export interface Call<Path, Query, Body, Version> {
  actor: Actor;
  at: Instant;
  when: NowOrAsOf;
  path: Path;
  query: Query;
  body: Body;
  version: Version;
  /** The upload, for an operation with `upload.to: "command"`. */
  sent: Upload;
  /** The stored upload, for one with `upload.to: "disk"`; deleted once the request is answered. */
  spooled: Received | null;
}

/** The fields of every operation. Parameters and bodies that it doesn't declare are refused. */
export interface Operation {
  method: Method;
  /** `/pledges/{reference}/stage` */
  path: string;
  summary: string;
  /** Which roles may try at all; checked before the body is read. */
  may(actor: Actor): boolean;
  /** Null: there is no such record. */
  params?(params: Params): unknown;
  query?: z.ZodObject;
  /** Where the parameters aren't used as `query` parses them. */
  filter?(params: URLSearchParams): Result<unknown>;
  /** May be asked as of a moment in the past. */
  asOf?: boolean;
  /** Asked by an open page, not by a person: it doesn't prolong their session. */
  quiet?: boolean;
  /** It ends access: nobody can keep a person from it by using up the limit on changes. */
  isUnlimited?: boolean;
  body?: z.ZodType;
  /** The body as the API description shows it, where `written` expands it first. */
  bodyDescribed?: z.ZodType;
  /** Expands a shorter form of the body into the full one. */
  written?: (sent: unknown) => unknown;
  /** The body may be left out and then counts as `{}`. */
  mayBeEmpty?: boolean;
  /** Whether this body needs a proof of identity younger than five minutes. */
  proof?(body: unknown): boolean;
  /**
   * The body is a file of one of these types; with `command` only the command reads it, without an
   * Idempotency-Key.
   */
  upload?: { types: readonly string[]; to: "command" | "disk" };
  version?: Versioned;
  /** Changes nothing that is logged: the answer to its Idempotency-Key is looked up before it runs. */
  offRecord?: boolean;
  /** Downloads are noted in the access log. */
  download?: boolean;
  answer: Answer<unknown>;
  /** In addition to what every operation of its kind refuses. */
  refuses?: readonly RefusalCode[];
  run(call: Call<unknown, unknown, unknown, unknown>): Result<unknown> | Promise<Result<unknown>>;
}

/** Every role. The command or query may still refuse. */
export const anyone = (): boolean => true;

type VersionOf<V extends Versioned> = V extends "required"
  ? number
  : V extends "optional"
    ? number | null
    : null;

/** The same with its types: `run` gets the types that the other fields declare. */
interface Declared<
  M extends Method,
  P extends string,
  Path,
  Schema extends z.ZodObject,
  Query,
  Body extends z.ZodType,
  V extends Versioned,
  T,
  Json,
> extends Operation {
  method: M;
  path: P;
  params?(params: Params): Path | null;
  query?: Schema;
  filter?(params: URLSearchParams): Result<Query>;
  body?: Body;
  proof?(body: z.output<Body>): boolean;
  version?: V;
  answer: Answer<T, Json>;
  run(call: Call<Path, Query, z.output<Body>, VersionOf<V>>): Result<T> | Promise<Result<T>>;
}

/** What a client must know about an operation. */
export interface Callable<M extends Method, P extends string, Body, Json> extends Operation {
  method: M;
  path: P;
  /** Only for their types; never set. */
  sent?: Body;
  read?: Json;
}

export const operation = <
  const M extends Method,
  const P extends string,
  T,
  Json,
  Path = null,
  Schema extends z.ZodObject = never,
  Query = [Schema] extends [never] ? null : z.output<Schema>,
  Body extends z.ZodType = z.ZodNull,
  V extends Versioned = "none",
>(
  declared: Declared<M, P, Path, Schema, Query, Body, V, T, Json>,
): Callable<M, P, z.input<Body>, Json> => declared;
