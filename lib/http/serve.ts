// The entry point of /api/v1. Each operation declares what it takes and does; who is asking, whether the
// request can be trusted, and how a refusal is answered are decided here, in one order for all.
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { responseOf } from "@/lib/api/answer";
import type { Call, Operation } from "@/lib/api/operation";
import type { Params } from "@/lib/api/params";
import { isWithinScope } from "@/lib/api/token-groups";
import { accessRequestOf, noteDownload, noteRefusal } from "@/lib/auth/access-notes";
import { browserLanguage } from "@/lib/auth/language";
import { isSameOrigin } from "@/lib/auth/own-origin";
import { requireCaller } from "@/lib/auth/caller";
import { withReceipts } from "@/lib/db/log/receipts";
import { asOneRequest, idempotently } from "@/lib/db/state";
import { readingAt } from "@/lib/domain/base/as-of";
import type { Instant } from "@/lib/domain/base/day";
import { entriesOf, type Receipt } from "@/lib/domain/base/receipt";
import { invalid, refuse, type Refusal } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { isProofFresh, type Actor } from "@/lib/domain/people/actor";
import { withLanguage } from "@/lib/i18n/reader";
import { whyTooFast } from "@/lib/platform/change-budget";
import { removeUpload } from "@/lib/platform/files/incoming";
import { asStep } from "@/lib/platform/watch/spans";
import { nameRoute } from "@/lib/platform/watch/requests";
import { fieldErrorsOf } from "@/lib/schema/fields";
import { parseAsOf, parseParameters } from "@/lib/schema/parameters";
import { digest, readBody } from "./body";
import { withCoalitionOnly } from "./coalition-only";
import { idempotencyKey, isExpectedAccount, versionGiven, versionRequired } from "./preconditions";
import { refusalOf } from "./failure";
import { logFailure } from "./log";
import { findPlace, placesOf, type Place } from "./places";
import { internal, problem } from "./problem";
import { NO_FILE, sentFile, spool } from "./sent-file";

interface Context {
  params: Promise<{ path?: string[] }>;
}
type Handler = (request: Request, context: Context) => Promise<Response>;
interface Who {
  actor: Actor;
  at: Instant;
}
type Answering = (request: Request, who: Who) => Response | Promise<Response>;

/** The handlers of one catch-all route, which find the operation by method and path. */
export function serve(operations: readonly Operation[]) {
  const places = placesOf(operations);
  const handler: Handler = async (request, context) => {
    const { path = [] } = await context.params;
    const found = findPlace(places, path);
    nameRoute(found ? `/api/v1${found.place.path}` : "/api/v1");
    return asOneRequest(() =>
      guarded(
        request,
        found?.place.operations.get(request.method)?.quiet ?? false,
        found ? answering(request.method, found.place, found.params) : () => problem({ code: "not-found" }),
      ),
    );
  };
  return {
    GET: handler,
    HEAD: async (request: Request, context: Context) => withoutBody(await handler(request, context)),
    POST: handler,
    PUT: handler,
    PATCH: handler,
    DELETE: handler,
    OPTIONS: handler,
  };
}

/** Answers unexpected errors too, so that none reaches the framework, in the language of the reader. */
async function guarded(request: Request, quiet: boolean, answer: Answering): Promise<Response> {
  const id = request.headers.get("x-request-id") ?? randomUUID();
  let language = browserLanguage(request.headers);
  const no = (refusal: Refusal): Response => withLanguage(language, () => problem(refusal));
  try {
    const who = await requireCaller(request, quiet);
    if (!who.ok) return no(who.refusal);
    language = who.value.actor.language ?? language;
    if (!isExpectedAccount(request, who.value.actor)) return no({ code: "not-signed-in" });
    return await withLanguage(language, async () => answer(request, who.value));
  } catch (error) {
    const code = refusalOf(error);
    if (code !== null) return no({ code });
    logFailure(error, request, id);
    return withLanguage(language, () => internal(id));
  }
}

/** The handler for a method at a path; an unknown method is refused with the list of known ones. */
function answering(method: string, { operations }: Place, params: Params): Answering {
  const allowed = [...operations.keys(), ...(operations.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (method === "OPTIONS") {
    const headers = { Allow: allowed, "Cache-Control": "private, no-store" };
    return () => new Response(null, { status: 204, headers });
  }
  const operation = operations.get(method === "HEAD" ? "GET" : method);
  return operation
    ? (request, who) => carryOut(operation, request, params, who)
    : () => problem({ code: "method" }, { Allow: allowed });
}

async function carryOut(
  operation: Operation,
  request: Request,
  params: Params,
  { actor, at }: Who,
): Promise<Response> {
  const no = (refusal: Refusal): Response => {
    noteRefusal(refusal, accessRequestOf(request), actor);
    return problem(refusal);
  };
  // A browser never sends a token on its own, so no other site can make it send one.
  if (operation.method !== "GET" && !actor.token && !isSameOrigin(request.headers))
    return no({ code: "cross-site" });
  if (!operation.may(actor)) return no({ code: "role" });
  if (actor.token && !isWithinScope(operation, actor.token.scope)) return no({ code: "not-by-token" });
  const tooFast = operation.method === "GET" || operation.isUnlimited ? null : whyTooFast(actor);
  if (tooFast) return no(tooFast);
  const path = operation.params ? operation.params(params) : null;
  if (operation.params && path === null) return no({ code: "not-found" });

  const inputRead = await readInput(request, operation, actor);
  if (!inputRead.ok) return no(inputRead.refusal);
  const { asOf, key, sha256, ...input } = inputRead.value;
  const when = readingAt(asOf, at);
  if (!when.ok) return no(when.refusal);
  if (operation.proof?.(input.body) && !isProofFresh(actor)) return no({ code: "proof-needed" });
  const run = (as: Actor) => {
    const work = async () => operation.run({ actor: as, at, when: when.value, path, ...input });
    return withReceipts(() =>
      asStep(`${operation.method} ${operation.path}`, () =>
        key === null
          ? work()
          : idempotently({ person: as.id, key, bodySha256: sha256 }, work, operation.offRecord),
      ),
    );
  };
  // A file that is being sent can't be read a second time.
  const again = input.sent === NO_FILE ? () => withTheirRights(request, operation, run) : null;
  const doing = run(actor).then((first) => (again && haveRightsChanged(first.value) ? again() : first));
  const { value: done, receipts } = await doing.finally(
    () => void (input.spooled && removeUpload(input.spooled.place)),
  );
  if (!done.ok) return no(done.refusal);
  const { answer } = operation;
  if (answer.schema === null && request.method === "GET") noteDownload(accessRequestOf(request), actor);
  const reply = await withCoalitionOnly(answer.respond(done.value));
  return responseOf({ ...reply, headers: { ...reply.headers, ...receiptIn(receipts) } });
}

type Ran = { value: Result<unknown>; receipts: readonly Receipt[] };

/**
 * Runs once more with the person's current rights, because someone changed them while the request was
 * running.
 */
async function withTheirRights(
  request: Request,
  operation: Operation,
  run: (as: Actor) => Promise<Ran>,
): Promise<Ran> {
  const now = await requireCaller(request, operation.quiet);
  if (!now.ok) return { value: now, receipts: [] };
  const { actor } = now.value;
  return !operation.may(actor) ? { value: refuse("role"), receipts: [] } : run(actor);
}

const haveRightsChanged = (result: Result<unknown>): boolean =>
  !result.ok && result.refusal.code === "rights-changed";

/** The change's position in the log. For several changes the body has the positions, each with its record. */
function receiptIn([receipt, ...others]: readonly Receipt[]): Record<string, string> {
  if (!receipt || others.length > 0) return {};
  return { "Register-Entries": entriesOf(receipt), "Register-Leaf-Hash": receipt.leafHash };
}

interface RequestInput extends Omit<
  Call<unknown, unknown, unknown, unknown>,
  "actor" | "at" | "when" | "path"
> {
  asOf: Instant | null;
  key: string | null;
  sha256: string;
}

/** Reads everything that the operation declares, and refuses the rest. */
async function readInput(
  request: Request,
  operation: Operation,
  actor: Actor,
): Promise<Result<RequestInput>> {
  const params = new URL(request.url).searchParams;
  const past = operation.asOf ? parseAsOf(params) : ok({ asOf: null, rest: params });
  if (!past.ok) return past;
  const query = queryIn(operation, past.value.rest);
  if (!query.ok) return query;
  const nothing: RequestInput = {
    query: query.value,
    asOf: past.value.asOf,
    body: null,
    sent: NO_FILE,
    spooled: null,
    version: null,
    key: null,
    sha256: "",
  };
  const { method, upload, version: asks = "none" } = operation;
  if (method === "GET") return ok(nothing);
  if (upload?.to === "command") {
    const file = sentFile(request, upload.types);
    return file.ok ? ok({ ...nothing, sent: file.value }) : file;
  }

  const version = VERSIONS[asks](request);
  if (!version.ok) return version;
  const key = idempotencyKey(request);
  if (!key.ok) return key;
  const input = { ...nothing, version: version.value, key: key.value };
  if (upload) {
    const file = await spool(request, upload.types, actor.id);
    return file.ok ? ok({ ...input, spooled: file.value, sha256: digest(request, file.value.sha256) }) : file;
  }
  const sent = await readBody(request, operation.mayBeEmpty ?? false);
  if (!sent.ok) return sent;
  const { value, sha256 } = sent.value;
  const body = parsed(operation.body, operation.written ? operation.written(value) : value);
  return body.ok ? ok({ ...input, body: body.value, sha256 }) : body;
}

const VERSIONS = { required: versionRequired, optional: versionGiven, none: () => ok(null) };

function queryIn(operation: Operation, params: URLSearchParams): Result<unknown> {
  if (operation.filter) return operation.filter(params);
  if (operation.query) return parseParameters(operation.query, params);
  const names = [...new Set(params.keys())];
  return names.length === 0 ? ok(null) : invalid(...names.map((path) => ({ path, code: "unknown-key" })));
}

function parsed(schema: z.ZodType | undefined, value: unknown): Result<unknown> {
  if (!schema) return ok(null);
  const read = schema.safeParse(value);
  return read.success ? ok(read.data) : invalid(...fieldErrorsOf(read.error, value));
}

function withoutBody(response: Response): Response {
  void response.body?.cancel();
  return new Response(null, { status: response.status, headers: response.headers });
}
