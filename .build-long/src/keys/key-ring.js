export {};
//# sourceMappingURL=key-ring.js.map