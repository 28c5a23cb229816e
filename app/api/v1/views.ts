import { z } from "zod";
import { created, one, wholeList } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { ok } from "@/lib/domain/base/result";
import { viewAddress, viewDetails } from "@/lib/http/view-address";
import { presentView, savedView } from "@/lib/workspace/views/answers";
import { changeView, removeView, saveView } from "@/lib/workspace/views/commands";
import { loadSavedView, loadViews } from "@/lib/workspace/views/queries";
import { viewChanges, viewInput, viewRemoval } from "@/lib/workspace/views/schema";

export const viewOperations = [
  operation({
    method: "GET",
    path: "/views",
    summary: "List saved views: your own, and those that others share",
    may: anyone,
    answer: wholeList(savedView, presentView),
    run: async ({ actor }) => {
      const views = await loadViews(actor, { page: null });
      return views.ok ? ok(views.value.map((view) => viewDetails(actor, view))) : views;
    },
  }),
  operation({
    method: "POST",
    path: "/views",
    summary: "Save a view of a list",
    may: anyone,
    body: viewInput,
    answer: created(savedView, ({ id }) => `/api/v1/views/${id}`, presentView),
    refuses: ["role"],
    run: async ({ actor, body }) => {
      const address = viewAddress(body.address);
      const view = address.ok ? await saveView(actor, { ...body, address: address.value }) : address;
      return view.ok ? ok(viewDetails(actor, view.value)) : view;
    },
  }),
  operation({
    method: "GET",
    path: "/views/{id}",
    summary: "Get a saved view",
    may: anyone,
    params: byId,
    answer: one(savedView, presentView),
    run: async ({ actor, path }) => {
      const view = await loadSavedView(actor, path);
      return view.ok ? ok(viewDetails(actor, view.value)) : view;
    },
  }),
  operation({
    method: "PATCH",
    path: "/views/{id}",
    summary: "Rename a saved view, share it or stop sharing it",
    may: anyone,
    params: byId,
    version: "required",
    body: viewChanges,
    offRecord: true,
    answer: one(savedView, presentView),
    refuses: ["role"],
    run: async ({ actor, path, version, body }) => {
      const address = body.address === undefined ? ok(undefined) : viewAddress(body.address);
      if (!address.ok) return address;
      const changes = { ...body, address: address.value };
      const view = await changeView(actor, { id: path, ifMatch: version, changes });
      return view.ok ? ok(viewDetails(actor, view.value)) : view;
    },
  }),
  operation({
    method: "POST",
    path: "/views/{id}/remove",
    summary: "Remove one of your saved views",
    may: anyone,
    params: byId,
    body: viewRemoval,
    mayBeEmpty: true,
    offRecord: true,
    answer: one(z.object({ id: z.uuid() })),
    refuses: ["role"],
    run: ({ actor, path }) => removeView(actor, path),
  }),
];
