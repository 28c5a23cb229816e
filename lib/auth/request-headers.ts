// Headers that the register writes into each incoming request, over anything a client may have sent.
/** The request's id, as the log records it. */
export const REQUEST_ID_HEADER = "x-request-id";
/** The page's own path and parameters. */
export const PAGE_HEADER = "x-page";
/** Present when the router asks for a page's data, which React hides from pages. */
export const ROUTER_HEADER = "x-for-router";
/** The address at the other end of the socket. */
export const PEER_HEADER = "x-peer-address";
