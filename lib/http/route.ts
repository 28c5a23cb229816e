// Every route of /api/v1 declares what it takes and does. Who is asking, whether the request can be trusted, and how a
// refusal is answered is decided here, in one order for all.
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { accessRequestOf, noteDownload, noteRefusal } from "@/lib/auth/access-notes";
import { browserLanguage } from "@/lib/auth/language";
import { isSameOrigin } from "@/lib/auth/own-origin";
import { requireActor } from "@/lib/auth/request";
import { withReceipts } from "@/lib/db/log/receipts";
import { idempotently } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { readingAt, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { entriesOf, type Receipt } from "@/lib/domain/base/receipt";
import { invalid, type Refusal } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { fieldErrorsOf } from "@/lib/schema/fields";
import { withLanguage } from "@/lib/i18n/reader";
import { removeUpload, type Received, type Upload } from "@/lib/platform/incoming";
import { parseAsOf } from "@/lib/schema/parameters";
import type { Answer } from "./answers";
import { digest, readBody } from "./body";
import { withCoalitionOnly } from "./coalition-only";
import { idempotencyKey, isVersionExpected } from "./conditions";
import { refusalOf } from "./failure";
import { logFailure } from "./log";
import type { Params } from "./paths";
import { NO_FILE, sentFile, spool } from "./sent-file";
import { internal, problem } from "./problem";

/** What a route takes. A parameter or body that it doesn't declare is refused. */
export interface Spec<Path, Query, Body, Version> {
  /** Which roles may try at all; checked before the body is read. */
  may?: (actor: Actor) => boolean;
  path?: (params: Params) => Path | null;
  query?: (params: URLSearchParams) => Result<Query>;
  /** May be asked as of a moment in the past. */
  asOf?: boolean;
  body?: z.ZodType<Body>;
  /** Expands a shorter form of the body into the full one. */
  written?: (sent: unknown) => unknown;
  /** The body may be left out and then counts as `{}`. */
  mayBeEmpty?: boolean;
  /** The body is a file of one of these types: streamed to disk, and deleted once the request is answered. */
  spool?: readonly string[];
  version?: (request: Request) => Result<Version>;
  /** The body is a file and nothing else, read only by the command that stores it; there is no idempotency key. */
  file?: boolean;
  /** Downloads are noted in the access log. */
  download?: boolean;
}

export interface Call<Path, Query, Body, Version> {
  actor: Actor;
  at: Instant;
  when: NowOrAsOf;
  path: Path;
  query: Query;
  body: Body;
  /** The upload, for a route that takes a file. */
  sent: Upload;
  spooled: Received | null;
  version: Version;
}

interface Context {
  params: Promise<Params>;
}
type Handler = (request: Request, context: Context) => Promise<Response>;
interface Who {
  actor: Actor;
  at: Instant;
}
type Route = (request: Request, params: Params, who: Who) => Response | Promise<Response>;

export function route<T, Path = null, Query = null, Body = null, Version = null>(
  spec: Spec<Path, Query, Body, Version>,
  run: (call: Call<Path, Query, Body, Version>) => Result<T> | Promise<Result<T>>,
  answer: Answer<T>,
): Route {
  return async (request, params, { actor, at }) => {
    const no = (refusal: Refusal): Response => {
      noteRefusal(refusal.code, accessRequestOf(request), actor);
      return problem(refusal);
    };
    const changes = request.method !== "GET" && request.method !== "HEAD";
    if (changes && !isSameOrigin(request.headers)) return no({ code: "cross-site" });
    if (spec.may && !spec.may(actor)) return no({ code: "role" });
    const path = spec.path ? spec.path(params) : (null as Path);
    if (spec.path && path === null) return no({ code: "not-found" });

    const taken = await taking(request, spec, { actor, changes });
    if (!taken.ok) return no(taken.refusal);
    const { query, asOf, body, sent, spooled, version, key, sha256 } = taken.value;
    const when = readingAt(asOf, at);
    if (!when.ok) return no(when.refusal);
    const work = async () =>
      run({ actor, at, when: when.value, path: path as Path, query, body, sent, spooled, version });
    const doing = withReceipts(() =>
      key === null ? work() : idempotently({ person: actor.id, key, bodySha256: sha256 }, work),
    );
    const { value: done, receipts } = await doing.finally(
      () => void (spooled && removeUpload(spooled.place)),
    );
    if (!done.ok) return no(done.refusal);
    if (spec.download && request.method === "GET") noteDownload(accessRequestOf(request), actor);
    return withReceipt(await withCoalitionOnly(answer(done.value)), receipts);
  };
}

/** The change's place in the log. Several changes have theirs in the body, each with its record. */
function withReceipt(response: Response, receipts: readonly Receipt[]): Response {
  const [receipt] = receipts;
  if (!receipt || receipts.length > 1) return response;
  response.headers.set("Register-Entries", entriesOf(receipt));
  response.headers.set("Register-Leaf-Hash", receipt.leafHash);
  return response;
}

/** The handlers of a path, one for every method; missing ones answer 405. */
export function methods(routes: Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", Route>>) {
  const allowed = [...Object.keys(routes), ...(routes.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const none: Route = () => problem({ code: "method" }, { Allow: allowed });
  const options: Route = () =>
    new Response(null, { status: 204, headers: { Allow: allowed, "Cache-Control": "private, no-store" } });
  const get = handler(routes.GET ?? none);
  return {
    GET: get,
    HEAD: async (request: Request, context: Context) => withoutBody(await get(request, context)),
    POST: handler(routes.POST ?? none),
    PUT: handler(routes.PUT ?? none),
    PATCH: handler(routes.PATCH ?? none),
    DELETE: handler(routes.DELETE ?? none),
    OPTIONS: handler(options),
  };
}

/** Any path that has no route, by any method. */
export function nowhere() {
  const any: Route = () => problem({ code: "not-found" });
  return { ...methods({ GET: any, POST: any, PUT: any, PATCH: any, DELETE: any }), OPTIONS: handler(any) };
}

/** Answers unexpected errors too, so that none reaches the framework, in the language of the reader. */
function handler(route: Route): Handler {
  return async (request, context) => {
    const id = request.headers.get("x-request-id") ?? randomUUID();
    let language = browserLanguage(request.headers);
    const no = (refusal: Refusal): Response => withLanguage(language, () => problem(refusal));
    try {
      const who = await requireActor(request);
      if (!who.ok) return no(who.refusal);
      language = who.value.actor.language ?? language;
      if (!isVersionExpected(request, who.value.actor)) return no({ code: "not-signed-in" });
      const params = await context.params;
      return await withLanguage(language, async () => route(request, params, who.value));
    } catch (error) {
      const code = refusalOf(error);
      if (code !== null) return no({ code });
      logFailure(error, request, id);
      return withLanguage(language, () => internal(id));
    }
  };
}

/** The content decides what it really is. */
const FILE_TYPES = ["application/octet-stream"];

interface Taken<Query, Body, Version> {
  query: Query;
  asOf: Instant | null;
  body: Body;
  sent: Upload;
  spooled: Received | null;
  version: Version;
  key: string | null;
  sha256: string;
}

async function taking<Query, Body, Version>(
  request: Request,
  spec: Spec<unknown, Query, Body, Version>,
  { actor, changes }: { actor: Actor; changes: boolean },
): Promise<Result<Taken<Query, Body, Version>>> {
  const params = new URL(request.url).searchParams;
  const past = spec.asOf ? parseAsOf(params) : ok({ asOf: null, rest: params });
  if (!past.ok) return past;
  const { asOf, rest } = past.value;
  const query = (spec.query ?? nothingAsked)(rest) as Result<Query>;
  if (!query.ok) return query;
  const nothing = {
    query: query.value,
    asOf,
    body: null as Body,
    sent: NO_FILE,
    spooled: null,
    version: null as Version,
    key: null,
    sha256: "",
  };
  if (!changes) return ok(nothing);
  if (spec.file) {
    const file = sentFile(request, FILE_TYPES);
    return file.ok ? ok({ ...nothing, sent: file.value }) : file;
  }

  const version = (spec.version ?? noVersion)(request) as Result<Version>;
  if (!version.ok) return version;
  const key = idempotencyKey(request);
  if (!key.ok) return key;
  const taken = { ...nothing, version: version.value, key: key.value };
  if (spec.spool) {
    const file = await spool(request, spec.spool, actor.id);
    return file.ok ? ok({ ...taken, spooled: file.value, sha256: digest(request, file.value.sha256) }) : file;
  }
  const sent = await readBody(request, spec.mayBeEmpty ?? false);
  if (!sent.ok) return sent;
  const { value } = sent.value;
  const body = parsed(spec.body, spec.written ? spec.written(value) : value);
  if (!body.ok) return body;
  return ok({ ...taken, body: body.value, sha256: sent.value.sha256 });
}

function parsed<Body>(schema: z.ZodType<Body> | undefined, value: unknown): Result<Body> {
  if (!schema) return ok(null as Body);
  const read = schema.safeParse(value);
  return read.success ? ok(read.data) : invalid(...fieldErrorsOf(read.error, value));
}

function nothingAsked(params: URLSearchParams): Result<null> {
  const names = [...new Set(params.keys())];
  return names.length === 0 ? ok(null) : invalid(...names.map((path) => ({ path, code: "unknown-key" })));
}

const noVersion = (): Result<null> => ok(null);

function withoutBody(response: Response): Response {
  void response.body?.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
}
