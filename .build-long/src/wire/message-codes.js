// Type bytes of protocol 3. PROTOCOL-MESSAGE-FORMATS. Several letters mean one thing from the client and another from the
// server, so there are two tables.
/** Type bytes of what clients send after start-up. */
export const frontend = {
    bind: 0x42, // B
    close: 0x43, // C
    copyData: 0x64, // d
    copyDone: 0x63, // c
    copyFail: 0x66, // f
    describe: 0x44, // D
    execute: 0x45, // E
    flush: 0x48, // H
    functionCall: 0x46, // F
    parse: 0x50, // P
    password: 0x70, // p
    query: 0x51, // Q
    sync: 0x53, // S
    terminate: 0x58, // X
};
/** Type bytes of what the server sends. */
export const backend = {
    authentication: 0x52, // R
    backendKeyData: 0x4b, // K
    bindComplete: 0x32, // 2
    closeComplete: 0x33, // 3
    commandComplete: 0x43, // C
    copyBothResponse: 0x57, // W
    copyData: 0x64, // d
    copyDone: 0x63, // c
    copyInResponse: 0x47, // G
    copyOutResponse: 0x48, // H
    dataRow: 0x44, // D
    emptyQueryResponse: 0x49, // I
    errorResponse: 0x45, // E
    functionCallResponse: 0x56, // V
    negotiateProtocolVersion: 0x76, // v
    noData: 0x6e, // n
    noticeResponse: 0x4e, // N
    notificationResponse: 0x41, // A
    parameterDescription: 0x74, // t
    parameterStatus: 0x53, // S
    parseComplete: 0x31, // 1
    portalSuspended: 0x73, // s
    readyForQuery: 0x5a, // Z
    rowDescription: 0x54, // T
};
/** What the first four bytes after the length of an untyped packet say. */
export const startupCodes = {
    cancelRequest: 80877102,
    sslRequest: 80877103,
    gssEncRequest: 80877104,
};
//# sourceMappingURL=message-codes.js.map