// What the register writes into each request on its way in, over whatever a client may have sent.
/** The number of the request, as the log records it. */
export const REQUEST_ID_HEADER = "x-request-id";
/** A page's own path and parameters. */
export const PAGE_HEADER = "x-page";
/** The address at the other end of the socket. */
export const PEER_HEADER = "x-peer-address";
