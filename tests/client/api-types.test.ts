// The types of API calls. Only the compiler checks them: at run time these tests can't fail.
import { expectTypeOf, test } from "vitest";
import "@/app/api/v1/operations";
import type { ApiAnswer, ApiBody, ApiPath } from "@/lib/client/api";

type Stage = `/pledges/${string}/stage`;

test("a path that no operation has doesn't compile", () => {
  expectTypeOf<Stage>().toExtend<ApiPath<"POST">>();
  expectTypeOf<`/pledges/${string}/stages`>().not.toExtend<ApiPath<"POST">>();
  expectTypeOf<Stage>().not.toExtend<ApiPath<"PUT">>();
});

test("a body has only its operation's fields, and an answer those of its schema", () => {
  expectTypeOf<{ to: string; reason: string }>().toExtend<ApiBody<"POST", Stage>>();
  expectTypeOf<keyof ApiBody<"POST", Stage>>().toEqualTypeOf<
    "to" | "changes" | "reason" | "evidence" | "successor" | "override"
  >();
  expectTypeOf<ApiAnswer<"GET", `/audit/${string}`>["leafHash"]>().toEqualTypeOf<string>();
  expectTypeOf<ApiAnswer<"GET", `/exports/preview?${string}`>["complete"]>().toEqualTypeOf<boolean>();
});
