import { serve } from "@/lib/http/serve";
import { OPERATIONS } from "../operations";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(OPERATIONS);
