// Calls next-auth with a request that we have read and an answer that we write. Nothing a client sends reaches it
// unchecked, and none of its addresses reaches a client.
import NextAuth, { type AuthOptions } from "next-auth";
import type { NextApiRequest, NextApiResponse } from "next";

export interface AuthCall {
  path: readonly string[];
  method: "GET" | "POST";
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
}

export interface AuthAnswer {
  status: number;
  body: unknown;
  /** Whole Set-Cookie lines. */
  cookies: string[];
}

export async function callNextAuth(
  { path, method, query, body, cookies }: AuthCall,
  options: AuthOptions,
): Promise<AuthAnswer> {
  const answer: AuthAnswer = { status: 200, body: null, cookies: [] };
  const request = { method, body, cookies, headers: {}, query: { ...query, nextauth: path } };
  await NextAuth(
    request as unknown as NextApiRequest,
    recorder(answer) as unknown as NextApiResponse,
    options,
  );
  return answer;
}

/** As much of a response as next-auth uses. */
function recorder(answer: AuthAnswer) {
  const response = {
    status: (code: number) => ((answer.status = code), response),
    getHeader: (name: string) => (name === "Set-Cookie" ? answer.cookies : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name === "Set-Cookie") answer.cookies = [value].flat();
      return response;
    },
    json: (value: unknown) => void (answer.body = value),
    send: (value: unknown) => void (answer.body = value),
    end: () => undefined,
  };
  return response;
}
