/** A connection that passes everything on, for tests of the sockets around it. */
export const passThrough = (pipes) => ({
    fromClient: (chunk) => pipes.toServer(chunk),
    fromServer: (chunk) => pipes.toClient(chunk),
    clientEnded: () => pipes.closeServer(),
    serverEnded: () => pipes.closeClient(),
    drain: () => pipes.destroy(),
    isIdle: () => true,
    owedReplies: () => 0,
});
//# sourceMappingURL=pass-through.js.map