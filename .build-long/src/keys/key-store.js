export {};
//# sourceMappingURL=key-store.js.map