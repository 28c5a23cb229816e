import { z } from "zod";
import { answers, day, hash, instant } from "@/lib/api/parts";
import { FILE_TYPES } from "@/lib/domain/pledge/file";

export const attachedFile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    type: z.enum(FILE_TYPES),
    bytes: z.int().min(1),
    sha256: hash,
    by: z.string(),
    at: instant,
    retracted: z
      .object({ by: z.string(), at: instant, reason: z.string() })
      .optional()
      .meta({ description: "Left out if the file is not retracted." }),
  })
  .register(answers, { id: "AttachedFile" });

export const receivedFile = attachedFile
  .omit({ by: true, at: true, retracted: true })
  .register(answers, { id: "ReceivedFile" });

export const readFile = z.object({
  text: z.string(),
  whole: z.boolean().meta({ description: "False if the file has more text than this." }),
  proposed: z
    .object({
      publisher: z.string().optional(),
      title: z.string().optional(),
      url: z.string().optional(),
      publishedOn: day.optional(),
      language: z.string().optional(),
    })
    .optional()
    .meta({ description: "What a web page says about itself; to be checked." }),
});
