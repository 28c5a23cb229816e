import { z } from "zod";

/** The matrix is always whole: nothing to ask for. */
export const coverageParameters = z.strictObject({});
