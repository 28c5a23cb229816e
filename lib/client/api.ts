// Types of the API for its callers: which paths there are, what each takes and what it answers. The
// operations themselves are server code; app/api/v1/operations.ts adds their types here.

/** Its member `operations` is added there. */
export interface Api {
  address: "/api/v1";
}

type Operations = Api extends { operations: infer All } ? All : never;
export type ApiChange = "POST" | "PATCH" | "PUT";
type ApiMethod = "GET" | ApiChange;

/** `/pledges/{reference}/stage` as `/pledges/${string}/stage`. */
type Filled<P extends string> = P extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : P;

type Of<M extends ApiMethod> = Extract<Operations, { method: M }>;

/** The paths that a method has. */
export type ApiPath<M extends ApiMethod> =
  Of<M> extends infer One
    ? One extends { path: infer P extends string }
      ? Filled<P> | (M extends "GET" ? `${Filled<P>}?${string}` : never)
      : never
    : never;

/** The operation of just this path: `/pledges/${string}` is not `/pledges/${string}/stage`. */
type At<M extends ApiMethod, P extends string> =
  Of<M> extends infer One
    ? One extends { path: infer Template extends string }
      ? [P, Filled<Template>] extends [Filled<Template>, P]
        ? One
        : never
      : never
    : never;

type Place<P extends string> = P extends `${infer Before}?${string}` ? Before : P;

/** The names of a body's fields. Their values are as typed: the server judges them, field by field. */
export type ApiBody<M extends ApiMethod, P extends string> =
  At<M, P> extends { sent?: infer Body } ? Named<Body> : never;

type Named<Body> = Body extends object ? { [Name in keyof Body]?: unknown } : Record<string, never>;

export type ApiAnswer<M extends ApiMethod, P extends string> =
  At<M, Place<P>> extends { read?: infer Json } ? Json : never;
