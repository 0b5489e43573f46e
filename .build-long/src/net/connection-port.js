// What src/net and src/connection know of each other: sockets on this side, frames on that.
export {};
//# sourceMappingURL=connection-port.js.map