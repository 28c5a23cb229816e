import { loadLogHealth } from "@/lib/trust/checkpoints/queries";
import { ready } from "@/lib/http/health";

export const dynamic = "force-dynamic";

export const GET = () => ready(loadLogHealth);
